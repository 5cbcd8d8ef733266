import { describe, expect, it } from "vitest";
import { deriveScrypt, scryptBytes } from "../../../src/crypto/scrypt.js";
import { PROMPT_MS, TIMED, watchAbort } from "./abort.js";
import { toHex, utf8 } from "./octets.js";

/** RFC 7914 section 12 (the case of a gigabyte apart). */
const RFC_7914: readonly [string, string, number, number, number, string][] = [
  [
    "",
    "",
    16,
    1,
    1,
    "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442" +
      "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906",
  ],
  [
    "password",
    "NaCl",
    1024,
    8,
    16,
    "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162" +
      "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640",
  ],
  [
    "pleaseletmein",
    "SodiumChloride",
    16_384,
    8,
    1,
    "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2" +
      "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887",
  ],
];

const PARAMETERS = {
  password: utf8("secret"),
  salt: utf8("salt"),
  costParameter: 2,
  blockSize: 1,
  parallelizationParameter: 1,
  length: 32,
};

describe("deriveScrypt", () => {
  it.each(RFC_7914)("RFC 7914: %j, %j, N %i, r %i, p %i", async (password, salt, n, r, p, figure) => {
    const derived = await deriveScrypt({
      password: utf8(password),
      salt: utf8(salt),
      costParameter: n,
      blockSize: r,
      parallelizationParameter: p,
      length: 64,
    });
    expect(toHex(derived)).toBe(figure);
  });

  it("takes the smallest and unusual parameters (from OpenSSL)", async () => {
    expect(toHex(await deriveScrypt(PARAMETERS))).toBe(
      "320fa3d78ed8a02740faaad4c2f0125ed30fa6decef24b8a1544ea752faa4060",
    );
    const unusual = { ...PARAMETERS, costParameter: 8, blockSize: 33, parallelizationParameter: 3, length: 7 };
    expect(toHex(await deriveScrypt(unusual))).toBe("743d4cc8b30b5e");
  });

  it.each([
    ["many small blocks", { costParameter: 2 ** 18, blockSize: 1, parallelizationParameter: 1000 }],
    ["few large blocks", { costParameter: 16, blockSize: 2 ** 13, parallelizationParameter: 20 }],
    ["hardly anything but PBKDF2", { costParameter: 2, blockSize: 1, parallelizationParameter: 2 ** 18 }],
  ])("stops when told to, with %s", TIMED, async (_, cost) => {
    const reason = new Error("no longer wanted");
    const observed = await watchAbort((signal) => deriveScrypt({ ...PARAMETERS, ...cost, signal }), reason);
    expect(observed.reason).toBe(reason);
    expect(observed.lagMs).toBeLessThan(PROMPT_MS);
    expect(observed.longestBlockMs).toBeLessThan(PROMPT_MS);
  });

  it("does not start with an aborted signal", async () => {
    const reason = new Error("no longer wanted");
    await expect(deriveScrypt({ ...PARAMETERS, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it.each([
    ["costParameter", { costParameter: 1 }],
    ["costParameter", { costParameter: 1000 }],
    ["costParameter", { costParameter: 2 ** 33 }],
    ["blockSize", { blockSize: 0 }],
    ["blockSize", { blockSize: 2 ** 30 }],
    ["parallelizationParameter", { parallelizationParameter: 0 }],
    ["parallelizationParameter", { blockSize: 8, parallelizationParameter: 2 ** 27 }],
    ["length", { length: 0 }],
    ["length", { length: 65_536 }],
  ])("refuses a wrong %s", async (name, wrong) => {
    const derived = deriveScrypt({ ...PARAMETERS, ...wrong });
    await expect(derived).rejects.toThrow(RangeError);
    await expect(derived).rejects.toThrow(`"${name}" expected`);
  });
});

describe("scryptBytes", () => {
  it("counts 128 r (N + p + 2), beyond 32 bits too", () => {
    expect(scryptBytes({ costParameter: 16_384, blockSize: 8, parallelizationParameter: 1 })).toBe(16_780_288);
    expect(scryptBytes({ costParameter: 2 ** 32, blockSize: 8, parallelizationParameter: 2 })).toBe(4_398_046_515_200);
  });
});
