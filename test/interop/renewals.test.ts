/**
 * The commands that findings give for new keys, certificates and chains, run as they stand but for the passwords, which a
 * terminal would ask for: what they make must be free of the finding, and new certificates of any.
 */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openFile } from "../../src/credential/open.js";
import type { Finding, Target } from "../../src/findings/finding.js";
import { inspect } from "../../src/findings/inspect.js";
import { REQUEST, SIGNING_CERTIFICATE } from "../../src/findings/renew.js";
import { PACK, PACK_IN_ORDER, PACK_WITH_ISSUERS, pack, UNPACK } from "../../src/findings/repack.js";
import { announce } from "../setup/announce.js";
import { pfx, plainContent } from "../setup/pfx.js";
import { certBag, keyBag } from "../unit/credential/pfx-writer.js";
import { missingOpenssl } from "./openssl.js";

const execute = promisify(execFile);
const PASSWORDS = { OLD: "old password", PEM: "pass phrase", NEW: "new password" };

const problem = await missingOpenssl();
if (problem !== undefined && process.env["CI"] === "true") throw new Error(problem);
if (problem !== undefined) announce(`renewals with openssl: skipped, ${problem}`);

/** The leaf with the certificates in `issuers.pem`, under the protection of which nothing is to be said. */
const PACK_OLD = pack("-inkey new-key.pem -in leaf.pem -certfile issuers.pem").replace("new.pfx", "old.pfx");

let folder = "";

/** Runs commands in the folder, with passwords from the environment where the tool would ask. */
async function run(...commands: readonly string[]): Promise<void> {
  const answered = commands
    .join(" && ")
    .replace(/-in old\.pfx/g, "$& -passin env:OLD")
    .replace(/-(in|inkey|key) (unpacked|old-key|new-key)\.pem/g, "$& -passin env:PEM")
    .replace(/-(out|keyout) (unpacked|old-key|new-key)\.pem/g, "$& -passout env:PEM")
    .replace(/-out old\.pfx/g, "$& -passout env:OLD")
    .replace(/-out new\.pfx/g, "$& -passout env:NEW");
  await execute("sh", ["-c", answered], { cwd: folder, env: { ...process.env, ...PASSWORDS } });
}

async function judge(name: string, password: string, target: Target = "api-connector"): Promise<readonly Finding[]> {
  const now = new Date();
  const opened = await openFile(await readFile(resolve(folder, name)), { password, now });
  return inspect({ opened, target, now });
}

const ids = (findings: readonly Finding[]): readonly string[] => findings.map(({ id }) => id);

async function commandIn(finding: string): Promise<string> {
  const { fix } = (await judge("old.pfx", PASSWORDS.OLD)).find(({ id }) => id === finding) ?? {};
  return fix?.match(/openssl .*$/)?.[0] ?? "";
}

describe.runIf(problem === undefined)("a command", () => {
  beforeAll(async () => {
    folder = await mkdtemp(resolve(tmpdir(), "graph-certkit-renewals-"));
    await run(
      "openssl req -x509 -newkey rsa:2048 -noenc -days 900 -keyout root-key.pem -out root.pem -subj /CN=root",
      "openssl req -new -newkey rsa:2048 -noenc -keyout ca-key.pem -out ca-request.pem -subj /CN=intermediate -addext basicConstraints=critical,CA:TRUE",
      "openssl x509 -req -in ca-request.pem -CA root.pem -CAkey root-key.pem -days 800 -copy_extensions copy -out ca.pem",
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  beforeEach(() => run("cat ca.pem root.pem > issuers.pem"));

  it("requests a certificate of which nothing is to be said once a CA has signed it", async () => {
    const sign = "openssl x509 -req -in request.pem -CA ca.pem -CAkey ca-key.pem -days 365 -copy_extensions copy";
    await run(REQUEST, `${sign} -out leaf.pem`);
    await run(pack("-inkey new-key.pem -in leaf.pem -certfile issuers.pem"));
    expect(await judge("new.pfx", PASSWORDS.NEW)).toEqual([]);
    // As Windows writes them: without its legacy provider OpenSSL 3 would not read it back.
    await run("openssl pkcs12 -export -legacy -inkey new-key.pem -in leaf.pem -out old.pfx");
    expect(ids(await judge("old.pfx", PASSWORDS.OLD))).toEqual(["rc2-40", "chain-incomplete"]);
    expect(await commandIn("chain-incomplete")).toBe(`${UNPACK} && ${PACK_WITH_ISSUERS}`);
    await run(await commandIn("chain-incomplete"));
    expect(await judge("new.pfx", PASSWORDS.NEW)).toEqual([]);
  });

  it("puts the issuers in order", async () => {
    await run("cat root.pem ca.pem > issuers.pem", PACK_OLD);
    expect(ids(await judge("old.pfx", PASSWORDS.OLD))).toEqual(["chain-misordered"]);
    await run("cat ca.pem root.pem > issuers.pem", UNPACK, PACK_IN_ORDER);
    expect(await judge("new.pfx", PASSWORDS.NEW)).toEqual([]);
  });

  it("leaves one certificate to a key that had two, and its chain", async () => {
    await run(
      "openssl req -new -key new-key.pem -subj /CN=renewed -out renewed-request.pem",
      "openssl x509 -req -in renewed-request.pem -CA ca.pem -CAkey ca-key.pem -days 9 -out renewed.pem",
      "cat renewed.pem ca.pem root.pem > issuers.pem",
      PACK_OLD,
    );
    expect(await commandIn("several-certificates")).toBe(
      `${UNPACK}, delete the key's other certificates from unpacked.pem, then ${PACK}`,
    );
    await run(UNPACK, "sed -i '/subject=CN = renewed/,/-----END/d' unpacked.pem", PACK);
    expect(await judge("new.pfx", PASSWORDS.NEW)).toEqual([]);
  });

  it("makes a certificate for token signing of which nothing is to be said there", async () => {
    await run(SIGNING_CERTIFICATE, pack("-inkey new-key.pem -in new.pem"));
    expect(await judge("new.pfx", PASSWORDS.NEW, "token-signing")).toEqual([]);
  });

  it("leaves out a public key that is not the private one's", async () => {
    const curve = "-algorithm EC -pkeyopt ec_paramgen_curve:P-256 -pkeyopt ec_param_enc:named_curve";
    await run(
      `openssl genpkey ${curve} -out ec-key.pem`,
      "openssl pkcs8 -topk8 -nocrypt -in ec-key.pem -outform DER -out ec-key.der",
      "openssl req -x509 -key ec-key.pem -days 30 -subj /CN=ec -outform DER -out ec.der",
    );
    const [key, certificate] = await Promise.all(
      ["ec-key.der", "ec.der"].map((name) => readFile(resolve(folder, name))),
    );
    const bags = [certBag(certificate ?? new Uint8Array()), keyBag(negated(key ?? new Uint8Array()))];
    await writeFile(resolve(folder, "old.pfx"), pfx([plainContent(...bags)]));
    expect(ids(await judge("old.pfx", PASSWORDS.OLD))).toContain("stated-public-key");
    await run(await commandIn("stated-public-key"));
    const mended = await judge("new.pfx", PASSWORDS.NEW);
    expect(ids(mended)).not.toContain("stated-public-key");
    expect(mended.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

/** The key with the opposite point of P-256 for its public key: y, the last 32 octets, becomes p - y. */
function negated(pkcs8: Uint8Array): Uint8Array {
  const p = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
  const start = pkcs8.length - 32;
  const y = BigInt(`0x${Buffer.from(pkcs8.subarray(start)).toString("hex")}`);
  const opposite = Buffer.from((p - y).toString(16).padStart(64, "0"), "hex");
  return Uint8Array.of(...pkcs8.subarray(0, start), ...opposite);
}
