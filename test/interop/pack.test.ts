/**
 * Files that were built, repacked and created here, before OpenSSL, Java's keytool and KeyStore, NSS, GnuTLS, node-forge
 * and the TLS of this Node: each must give out the same keys and certificates. PBMAC1 is younger than most of them; a
 * version that is known to read it must, one that is known not to must refuse, and of the others the log says what they
 * did.
 */
import { X509Certificate } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFile } from "../../src/credential/open.js";
import type { PackableCredential } from "../../src/pkcs12/build.js";
import { buildPkcs12 } from "../../src/pkcs12/build.js";
import type { Protection } from "../../src/pkcs12/protection.js";
import { PROTECTIONS } from "../../src/pkcs12/protection.js";
import { repackPkcs12 } from "../../src/pkcs12/repack.js";
import { judgeReaders } from "../../src/readers/judge-readers.js";
import { runMain } from "../cli/run-main.js";
import { announce } from "../setup/announce.js";
import { certBag, keyBag, plainPfx } from "../unit/credential/pfx-writer.js";
import { makePair, missingOpenssl, openssl } from "./openssl.js";
import type { Found, PackReader } from "./pack-readers.js";
import { fingerprint, OPTIONAL_READERS, PACK_READERS, publicHash, spkiHash } from "./pack-readers.js";
import type { Program } from "./readers/programs.js";
import { java, node } from "./readers/programs.js";

const NOW = new Date();
const required = process.env["CI"] === "true";
const opensslProblem = await missingOpenssl();
if (opensslProblem !== undefined && required) throw new Error(opensslProblem);
if (opensslProblem !== undefined) announce(`pack: skipped, ${opensslProblem}`);

/** One file and what must be found in it. */
interface Packed {
  readonly id: string;
  /** The set of credentials in it. */
  readonly name: string;
  readonly path: string;
  readonly protection: Protection;
  readonly password: string;
  readonly hasEc: boolean;
  readonly keys: readonly string[];
  readonly certificates: readonly string[];
  /** The certificates that have a key. */
  readonly leaves: readonly string[];
}

let folder = "";
const files: Packed[] = [];

/** Key and certificate, both from PEM files, as `buildPkcs12` takes them. */
async function credentialOf(key: string, certificate: string): Promise<PackableCredential> {
  await openssl("pkcs8", "-topk8", "-nocrypt", "-in", key, "-outform", "DER", "-out", `${key}.der`);
  await openssl("x509", "-in", certificate, "-outform", "DER", "-out", `${certificate}.der`);
  const [privateKey, der] = await Promise.all([readFile(`${key}.der`), readFile(`${certificate}.der`)]);
  return { privateKey: Uint8Array.from(privateKey), certificate: Uint8Array.from(der) };
}

/** An RSA leaf under a root. */
async function issuedCredential(): Promise<PackableCredential> {
  const root = await makePair(folder, "P-384", undefined);
  const [key, request, leaf] = ["key", "csr", "cert"].map((ending) => resolve(folder, `leaf.${ending}`)) as [
    string,
    string,
    string,
  ];
  await openssl("req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-subj", "/CN=leaf", "-out", request);
  const issuer = ["-CA", root.certificate, "-CAkey", root.key, "-set_serial", "9", "-days", "1000"];
  await openssl("x509", "-req", "-in", request, ...issuer, "-out", leaf);
  const { certificate } = await credentialOf(root.key, root.certificate);
  return { ...(await credentialOf(key, leaf)), chain: [certificate], friendlyName: "leaf" };
}

async function add(
  name: string,
  credentials: readonly PackableCredential[],
  { protection, password }: Pick<Packed, "protection" | "password">,
  bytes: Uint8Array,
): Promise<void> {
  const path = resolve(folder, `${files.length}.p12`);
  await writeFile(path, bytes);
  files.push({
    id: `${name} under ${protection} and ${JSON.stringify(password)}`,
    name,
    path,
    protection,
    password,
    hasEc: name !== "alone",
    keys: credentials.map(({ privateKey }) => publicHash(privateKey)).sort(),
    certificates: credentials.flatMap(({ certificate, chain = [] }) => [certificate, ...chain].map(fingerprint)).sort(),
    leaves: credentials.map(({ certificate }) => fingerprint(certificate)).sort(),
  });
}

/** The file that the command line creates: its key and certificate are those of the certificate beside it. */
async function addCreated(protection: Protection): Promise<void> {
  const [out, password] = [resolve(folder, `created-${protection}`), "secret"];
  const args = ["create", "--out-dir", out, "--protection", protection, "--passout", `pass:${password}`];
  expect(await runMain(args)).toMatchObject({ status: 0 });
  const certificate = await readFile(resolve(out, "certificate.cer"));
  files.push({
    id: `created under ${protection}`,
    name: "created",
    path: resolve(out, "credential.pfx"),
    protection,
    password,
    hasEc: false,
    keys: [spkiHash(new X509Certificate(certificate).publicKey)],
    certificates: [fingerprint(certificate)],
    leaves: [fingerprint(certificate)],
  });
}

beforeAll(async () => {
  folder = await mkdtemp(resolve(tmpdir(), "graph-certkit-packed-"));
  if (opensslProblem !== undefined) return;
  const [rsa, ec] = [await makePair(folder, "RSA 2048", undefined), await makePair(folder, "P-256", undefined)];
  const alone = { ...(await credentialOf(rsa.key, rsa.certificate)), friendlyName: "alone" };
  const elliptic = { ...(await credentialOf(ec.key, ec.certificate)), friendlyName: "elliptic" };
  const issued = await issuedCredential();
  // Keys and certificates in turn: repacking lays them into one encrypted content.
  const inTurn = plainPfx(
    ...[alone, elliptic].flatMap(({ privateKey, certificate, friendlyName }, localKeyId) => [
      keyBag(privateKey, { friendlyName, localKeyId }),
      certBag(certificate, { friendlyName, localKeyId }),
    ]),
  );
  for (const protection of PROTECTIONS) {
    await addCreated(protection);
    for (const password of ["secret", "pä€ss"]) {
      const options = { password, protection, iterations: 2048 };
      await add("alone", [alone], options, await buildPkcs12([alone], options));
      await add("issued", [issued], options, await buildPkcs12([issued], options));
      const several = [issued, elliptic, alone];
      await add("several", several, options, await buildPkcs12(several, options));
      const repacked = await repackPkcs12(inTurn, { newPassword: password, protection, iterations: 2048 });
      await add("in turn", [alone, elliptic], options, repacked);
    }
  }
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the program is expected to do with the file; `undefined`: nothing, it is not asked. */
function expectation(reader: PackReader, { protection, password, hasEc }: Packed): "opens" | "refuses" | "either" {
  if (reader.readsEc === false && hasEc) return "refuses";
  if (password !== "secret" && reader.wantsAscii?.includes(protection) === true) return "refuses";
  if (protection !== "pbmac1" || reader.readsPbmac1 === true) return "opens";
  return reader.readsPbmac1 === false ? "refuses" : "either";
}

async function ask(reader: PackReader, file: Packed): Promise<Found | Error> {
  try {
    const { keys, certificates } = await reader.open(file.path, file.password);
    return { keys: [...keys].sort(), certificates: [...certificates].sort() };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

describe.each(PACK_READERS)("what was packed, before %s", async (tool, find) => {
  const reader = opensslProblem === undefined ? await find().catch((error: Error) => error) : new Error(opensslProblem);
  if (reader instanceof Error && required && !OPTIONAL_READERS.includes(tool)) throw reader;
  if (reader instanceof Error) announce(`pack with ${tool}: skipped, ${reader.message.split("\n")[0]}`);

  it.skipIf(reader instanceof Error)(
    "gives out its keys and certificates",
    async () => {
      if (reader instanceof Error) throw reader;
      let [opened, refused] = [0, 0];
      const asked = files.filter(({ name }) => reader.asks?.includes(name) ?? true);
      for (const file of asked) {
        const answer = await ask(reader, file);
        const expected = expectation(reader, file);
        if (answer instanceof Error) {
          refused += 1;
          expect(`${file.id} is refused: ${answer.message}`).toMatch(expected === "opens" ? /^it opens$/ : /refused/);
        } else {
          opened += 1;
          expect(`${file.id} opens`).toMatch(expected === "refuses" ? /refused/ : /opens/);
          const certificates = reader.lists === "all" ? file.certificates : file.leaves;
          expect(answer, file.id).toEqual({ keys: file.keys, certificates });
        }
      }
      announce(`pack: ${reader.name} opens ${opened} of ${asked.length}, refuses ${refused} as it must or may`);
      expect(opened).toBeGreaterThanOrEqual(2);
    },
    120_000,
  );
});

/** Those whose rows among the readers say what they take. */
const programs: readonly [string, () => Promise<Program>][] = [
  ["Java's KeyStore", java],
  ["Node's tls", node],
];

describe.each(programs)("what was packed, before %s", async (name, find) => {
  const program =
    opensslProblem === undefined ? await find().catch((error: Error) => error) : new Error(opensslProblem);
  if (program instanceof Error && required) throw program;
  if (program instanceof Error) announce(`pack with ${name}: skipped, ${program.message.split("\n")[0]}`);

  it.skipIf(program instanceof Error)("opens as its row says, and under graph and modern in any case", async () => {
    if (program instanceof Error) throw program;
    const questions = await Promise.all(
      files.map(async ({ path, password }) => {
        return { path, password, opened: await openFile(await readFile(path), { password, now: NOW }) };
      }),
    );
    const answers = await program.ask(questions);
    for (const [index, file] of files.entries()) {
      const { opened } = questions[index] ?? {};
      const row = opened && judgeReaders(opened).find(({ id }) => id === program.row);
      const answer = answers[index];
      const isPlain = file.protection !== "pbmac1" && file.password === "secret";
      expect([file.id, answer?.opens, answer?.reason]).toEqual([file.id, isPlain || row?.opens, answer?.reason]);
    }
    announce(`pack: ${program.name} opens ${answers.filter(({ opens }) => opens).length} of ${files.length}`);
  });
});

describe.skipIf(opensslProblem !== undefined)("what was packed, as openssl prints it", () => {
  const print = async (id: string): Promise<string> => {
    const file = files.find((it) => it.id === id);
    const input = ["-in", file?.path ?? "", "-passin", `pass:${file?.password}`];
    const text = await openssl("pkcs12", ...input, "-nodes", "-info").catch(
      (error: { stdout: string }) => error.stdout,
    );
    return text;
  };

  it("has names on leaf and key, and the same identifier", async () => {
    const text = await print('issued under graph and "secret"');
    expect(text.match(/friendlyName: leaf$/gm)).toHaveLength(2);
    const identifiers = text.match(/localKeyID: [0-9A-F ]+$/gm) ?? [];
    expect([identifiers.length, new Set(identifiers).size]).toEqual([2, 1]);
  });

  it.each([
    ["graph", ["pbeWithSHA1And3-KeyTripleDES-CBC", "sha1"]],
    ["modern", ["PBES2", "PBKDF2", "hmacWithSHA256", "aes-256-cbc", "sha256"]],
    ["pbmac1", ["PBES2", "PBKDF2", "hmacWithSHA256", "aes-256-cbc"]],
  ] as const)("has the algorithms of %s and no other", async (protection, names) => {
    const file = files.find((it) => it.id === `alone under ${protection} and "secret"`);
    const path = file?.path ?? "";
    const outer = await openssl("asn1parse", "-inform", "DER", "-in", path);
    const offset = /^ *(\d+):d=3 .*OCTET STRING/m.exec(outer)?.[1] ?? "";
    const inner = await openssl("asn1parse", "-inform", "DER", "-in", path, "-strparse", offset);
    const key = [...inner.matchAll(/^ *(\d+):d=3 .*OCTET STRING/gm)].at(-1)?.[1] ?? "";
    const innerFile = resolve(folder, "inner.der");
    await openssl("asn1parse", "-inform", "DER", "-in", path, "-strparse", offset, "-noout", "-out", innerFile);
    const keys = await openssl("asn1parse", "-inform", "DER", "-in", innerFile, "-strparse", key);
    const objects = [outer, inner, keys].flatMap((text) => [...text.matchAll(/OBJECT +:(.*)$/gm)].map(([, it]) => it));
    const structure = ["pkcs7-data", "pkcs7-encryptedData", "pkcs8ShroudedKeyBag", "friendlyName", "localKeyID"];
    const mac = protection === "pbmac1" ? ["PBMAC1"] : [];
    expect([...new Set(objects)].sort()).toEqual([...structure, ...names, ...mac].sort());
  });
});
