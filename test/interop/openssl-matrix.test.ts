/**
 * PFX files made on the spot by `openssl pkcs12 -export` over its options: each must open and give the thumbprint and
 * the dates that `openssl x509` prints, and its key must be found. A sample of them goes through the command line too.
 *
 * Every -keypbe meets every third -certpbe, and with OPENSSL_MATRIX=full every one; MAC, iterations, key type and
 * password run along in cycles whose lengths have no common divisor, so that over the files each value of one meets each
 * value of the others.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFile } from "../../src/credential/open.js";
import { runMain } from "../cli/run-main.js";
import { announce } from "../setup/announce.js";
import type { Pair } from "./openssl.js";
import { exportPfx, makePair, missingOpenssl, openssl, PAIR_KINDS } from "./openssl.js";

const ciphers = [
  ...["PBE-SHA1-RC2-40", "PBE-SHA1-RC2-128", "PBE-SHA1-RC4-40", "PBE-SHA1-RC4-128", "PBE-SHA1-2DES", "PBE-SHA1-3DES"],
  ...["PBE-MD5-DES", "PBE-SHA1-DES", "PBE-MD5-RC2-64", "PBE-SHA1-RC2-64", "NONE"],
  ...["aes-128-cbc", "aes-192-cbc", "aes-256-cbc", "des-ede3-cbc", "des-cbc", "rc2-cbc", "rc2-40-cbc", "rc2-64-cbc"],
];
/** With `-nomac` eleven: a prime, like the numbers of the other cycles. */
const macs = [
  ...["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha512-256", "sha3-256", "ripemd160", "sm3"].map(
    (name) => ["-macalg", name],
  ),
  ["-nomac"],
];
const iterations = ["1", "2", "600", "1000", "2048"];
const passwords = ["graph-certkit", "", "Καλημέρα", "Zoë's \\pass\"word ", "clé 🔑", "a".repeat(100), "0"];

const problem = await missingOpenssl();
if (problem !== undefined && process.env["CI"] === "true") throw new Error(problem);
if (problem !== undefined) announce(`openssl matrix: skipped, ${problem}`);

/** One file of the matrix. */
interface Cell {
  readonly name: string;
  readonly kind: string;
  readonly args: readonly string[];
  readonly password: string;
}

/** What of `preflight --json` is compared. */
interface Report {
  readonly certificates: readonly {
    readonly thumbprint: string;
    readonly notBefore: string;
    readonly notAfter: string;
    readonly hasPrivateKey: boolean;
  }[];
  readonly keys: readonly { readonly matches: boolean; readonly thumbprints: readonly string[] }[];
}

function cell(index: number): Cell {
  const pick = <T>(values: readonly T[], at: number): T => values[at % values.length] as T;
  const keypbe = pick(ciphers, index);
  const certpbe = pick(ciphers, Math.floor(index / ciphers.length));
  const mac = pick(macs, index);
  const iter = pick(iterations, index);
  const kind = pick(PAIR_KINDS, index);
  const password = pick(passwords, index);
  const args = ["-keypbe", keypbe, "-certpbe", certpbe, "-iter", iter, ...mac];
  return { name: `${index} ${args.join(" ")} ${kind} ${JSON.stringify(password).slice(0, 20)}`, kind, args, password };
}

/** Column and row, so that a third of the columns in each row is another third in the next. */
const isSampled = (index: number): boolean => ((index % ciphers.length) + Math.floor(index / ciphers.length)) % 3 === 0;
const isFull = process.env["OPENSSL_MATRIX"] === "full";
const cells = Array.from({ length: ciphers.length ** 2 }, (_, index) => index)
  .filter((index) => isFull || isSampled(index))
  .map(cell);

describe.runIf(problem === undefined)("openssl pkcs12 -export", () => {
  let folder = "";
  const pairs = new Map<string, Pair>();

  beforeAll(async () => {
    folder = await mkdtemp(resolve(tmpdir(), "openssl-matrix-"));
    for (const kind of PAIR_KINDS) pairs.set(kind, await makePair(folder, kind, pairs.get("P-256")));
    announce(`openssl matrix: ${(await openssl("version")).trim()}, ${cells.length} of ${ciphers.length ** 2} files`);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const pairOf = (kind: string): Pair => {
    const pair = pairs.get(kind);
    if (pair === undefined) throw new RangeError(`no pair of kind ${kind}`);
    return pair;
  };

  const check = async ({ kind, args, password }: Cell, name: string): Promise<void> => {
    const pair = pairOf(kind);
    const { bytes } = await exportPfx(folder, name, pair, args, password);
    const opened = await openFile(bytes, { password, now: new Date() });
    expect(opened.failure).toBeUndefined();
    expect(opened.unreadable).toEqual([]);
    expect(opened.keys).toHaveLength(1);
    expect(
      opened.credentials.map(({ certificate: { thumbprint, certificate } }) => ({
        thumbprint,
        notBefore: certificate?.notBefore,
        notAfter: certificate?.notAfter,
      })),
    ).toEqual([{ thumbprint: pair.thumbprint, notBefore: pair.notBefore, notAfter: pair.notAfter }]);
  };

  for (const one of cells) it.concurrent(one.name, () => check(one, one.name.split(" ")[0] ?? ""));

  // 17 divides no cycle, so that the sample does not stay with the same few values.
  for (const { name, kind, args, password } of cells.filter((_, index) => index % 17 === 0)) {
    it(`preflight --json: ${name}`, async () => {
      const pair = pairOf(kind);
      const { path, secret } = await exportPfx(folder, "cli", pair, args, password);
      const { stdout } = await runMain(["preflight", path, "--passin", `file:${secret}`, "--json"]);
      const [report] = (JSON.parse(stdout) as { reports: readonly Report[] }).reports;
      expect(
        report?.certificates.map(({ thumbprint, notBefore, notAfter, hasPrivateKey }) => ({
          thumbprint,
          notBefore: new Date(notBefore),
          notAfter: new Date(notAfter),
          hasPrivateKey,
        })),
      ).toEqual([
        { thumbprint: pair.thumbprint, notBefore: pair.notBefore, notAfter: pair.notAfter, hasPrivateKey: true },
      ]);
      expect(report?.keys.map(({ matches, thumbprints }) => ({ matches, thumbprints }))).toEqual([
        { matches: true, thumbprints: [pair.thumbprint] },
      ]);
    });
  }
});
