import { describe, expect, it } from "vitest";
import type { Cipher } from "../../../src/crypto/cipher.js";
import { describeEncryption, describeMac } from "../../../src/pkcs12/description.js";
import type { MacData } from "../../../src/pkcs12/mac-data.js";

const salt = new Uint8Array(8);
const digest = new Uint8Array();
const at = "authSafe[0]";

describe("describeMac", () => {
  it.each<[string, MacData["algorithm"], object]>([
    [
      "an HMAC",
      { kind: "hmac", hash: "SHA-512/256", salt, iterationCount: 2048 },
      { kind: "hmac", digest: "SHA-512/256", iterations: 2048, saltBytes: 8 },
    ],
    [
      "PBMAC1: by the HMAC's hash, not the prf's",
      {
        kind: "pbmac1",
        hash: "SHA-256",
        keyDerivationFunc: { kind: "pbkdf2", salt, iterationCount: 9, keyBytes: 32, prf: "SHA-512" },
      },
      { kind: "pbmac1", digest: "SHA-256", iterations: 9, saltBytes: 8 },
    ],
    [
      "an unknown digest by its name",
      { kind: "unsupported", scheme: "hmac", oid: "1.0.10118.3.0.55" },
      { kind: "hmac", digest: "Whirlpool", iterations: null, saltBytes: 0, unsupportedOid: "1.0.10118.3.0.55" },
    ],
    [
      "one without a name by its identifier",
      { kind: "unsupported", scheme: "hmac", oid: "1.2.3.4" },
      { kind: "hmac", digest: "1.2.3.4", iterations: null, saltBytes: 0, unsupportedOid: "1.2.3.4" },
    ],
    [
      "PBMAC1 with an unknown part",
      { kind: "unsupported", scheme: "pbmac1", oid: "1.3.6.1.4.1.11591.4.11" },
      { kind: "pbmac1", digest: "scrypt", iterations: null, saltBytes: 0, unsupportedOid: "1.3.6.1.4.1.11591.4.11" },
    ],
  ])("describes %s", (_, algorithm, expected) => {
    expect(describeMac({ algorithm, digest })).toEqual({ at: "macData", ...expected });
  });
});

describe("describeEncryption", () => {
  const pbkdf2 = { kind: "pbkdf2", salt, iterationCount: 600_000, keyBytes: 32, prf: "SHA-256" } as const;
  const overPbkdf2 = { kdf: "PBKDF2", prf: "HMAC-SHA-256", iterations: 600_000 };

  it("describes a scheme of PKCS#12", () => {
    const cipher = { name: "RC2-CBC", keyBytes: 5, effectiveKeyBits: 40 } as const;
    const oid = "1.2.840.113549.1.12.1.6";
    expect(describeEncryption({ kind: "pkcs12Pbe", oid, cipher, salt, iterationCount: 2048 }, at)).toEqual({
      at,
      scheme: "pbeWithSHAAnd40BitRC2-CBC",
      cipher: "RC2-40-CBC",
      kdf: "PKCS12-KDF",
      prf: "SHA-1",
      iterations: 2048,
    });
  });

  it("describes PBES1", () => {
    const cipher = { name: "DES-CBC", keyBytes: 8 } as const;
    const oid = "1.2.840.113549.1.5.3";
    expect(describeEncryption({ kind: "pbes1", oid, hash: "MD5", cipher, salt, iterationCount: 1 }, at)).toEqual({
      at,
      scheme: "pbeWithMD5AndDES-CBC",
      cipher: "DES-CBC",
      kdf: "PBKDF1",
      prf: "MD5",
      iterations: 1,
    });
  });

  it.each<[string, Cipher]>([
    ["AES-128-CBC", { name: "AES-CBC", keyBytes: 16 }],
    ["AES-192-CBC", { name: "AES-CBC", keyBytes: 24 }],
    ["AES-256-CBC", { name: "AES-CBC", keyBytes: 32 }],
    ["DES-EDE3-CBC", { name: "DES-EDE3-CBC", keyBytes: 24 }],
    ["DES-EDE2-CBC", { name: "DES-EDE3-CBC", keyBytes: 16 }],
    ["DES-CBC", { name: "DES-CBC", keyBytes: 8 }],
    ["RC2-128-CBC", { name: "RC2-CBC", keyBytes: 16, effectiveKeyBits: 128 }],
    ["RC4-40", { name: "RC4", keyBytes: 5 }],
    ["RC4-128", { name: "RC4", keyBytes: 16 }],
  ])("calls the cipher %s in PBES2", (name, cipher) => {
    expect(describeEncryption({ kind: "pbes2", oid: "x", keyDerivationFunc: pbkdf2, cipher, iv: salt }, at)).toEqual({
      at,
      scheme: "PBES2",
      cipher: name,
      ...overPbkdf2,
    });
  });

  it("describes scrypt, which has no iterations", () => {
    const costs = { costParameter: 16_384, blockSize: 8, parallelizationParameter: 1 };
    const keyDerivationFunc = { kind: "scrypt", salt, keyBytes: 32, ...costs } as const;
    const cipher = { name: "AES-CBC", keyBytes: 32 } as const;
    expect(describeEncryption({ kind: "pbes2", oid: "x", keyDerivationFunc, cipher, iv: salt }, at)).toMatchObject({
      kdf: "scrypt",
      prf: "HMAC-SHA-256",
      iterations: null,
    });
  });

  it.each([
    ["a scheme", "1.2.3.4", "1.2.3.4", { scheme: "1.2.3.4", cipher: null, kdf: null, prf: null, iterations: null }],
    [
      "a key derivation",
      "1.2.840.113549.1.5.13",
      "1.2.3.4",
      { scheme: "PBES2", cipher: null, kdf: null, prf: null, iterations: null },
    ],
  ])("names %s that is not supported", (_, schemeOid, oid, expected) => {
    expect(describeEncryption({ kind: "unsupported", schemeOid, oid }, at)).toEqual({
      at,
      ...expected,
      unsupportedOid: oid,
    });
  });

  it("names a cipher that is not supported beside the key derivation that is", () => {
    const oid = "1.2.392.200011.61.1.1.1.4";
    const algorithm = {
      kind: "unsupported",
      schemeOid: "1.2.840.113549.1.5.13",
      oid,
      keyDerivationFunc: pbkdf2,
    } as const;
    expect(describeEncryption(algorithm, at)).toEqual({
      at,
      scheme: "PBES2",
      cipher: "Camellia-256-CBC",
      ...overPbkdf2,
      unsupportedOid: oid,
    });
  });
});
