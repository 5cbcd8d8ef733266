import { describe, expect, it } from "vitest";
import type { Cipher } from "../../../src/crypto/cipher.js";
import type { HashName } from "../../../src/crypto/hash.js";
import { encryptionCost, macCost } from "../../../src/pkcs12/derivation-cost.js";
import type { EncryptionAlgorithm } from "../../../src/pkcs12/encryption-algorithm.js";

const salt = new Uint8Array();
const digest = new Uint8Array();
const aes = { name: "AES-CBC", keyBytes: 32 } as const;

const mac = (hash: HashName): number =>
  macCost({ algorithm: { kind: "hmac", hash, salt, iterationCount: 1000 }, digest });
const pbe = (cipher: Cipher): number =>
  encryptionCost({ kind: "pkcs12Pbe", oid: "1.2", cipher, salt, iterationCount: 1000 });
const pbes2 = (prf: HashName, cipher: Cipher = aes): EncryptionAlgorithm => ({
  kind: "pbes2",
  oid: "1.2",
  cipher,
  iv: salt,
  keyDerivationFunc: { kind: "pbkdf2", salt, prf, iterationCount: 1000 },
});

describe("the cost of a derivation", () => {
  it.each([
    ["SHA-1", 1],
    ["SHA-256", 2],
    ["SHA-512", 12],
    ["SHA3-256", 32],
  ] as const)("of a MAC key over %s is %i for an iteration", (hash, cost) => {
    expect(mac(hash)).toBe(1000 * cost);
  });

  it("by App. B counts each block of key and initialization vector", () => {
    expect(pbe({ name: "RC4", keyBytes: 16 })).toBe(1000);
    expect(pbe({ name: "RC2-CBC", keyBytes: 5, effectiveKeyBits: 40 })).toBe(2000);
    expect(pbe({ name: "DES-EDE3-CBC", keyBytes: 24 })).toBe(3000);
  });

  it("by PBKDF2 is small where WebCrypto makes it, and counts blocks where it is made here", () => {
    expect(encryptionCost(pbes2("SHA-256"))).toBe(1000);
    expect(encryptionCost(pbes2("SHA-512"))).toBe(2000);
    expect(encryptionCost(pbes2("SHA-224"))).toBe(2 * 1000 * 5);
    expect(encryptionCost(pbes2("SHA3-256"))).toBe(1000 * 65);
  });

  it("by PBMAC1 is that of its PBKDF2", () => {
    const keyDerivationFunc = { kind: "pbkdf2", salt, prf: "MD5", iterationCount: 1000, keyBytes: 32 } as const;
    expect(macCost({ algorithm: { kind: "pbmac1", hash: "SHA-256", keyDerivationFunc }, digest })).toBe(2 * 1000 * 13);
  });

  it("that nobody makes is nothing", () => {
    expect(macCost({ algorithm: { kind: "unsupported", scheme: "hmac", oid: "1.2" }, digest })).toBe(0);
    expect(encryptionCost({ kind: "unsupported", schemeOid: "1.2", oid: "1.2" })).toBe(0);
  });
});
