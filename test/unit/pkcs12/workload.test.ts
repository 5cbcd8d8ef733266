import { describe, expect, it } from "vitest";
import type { EncryptionAlgorithm } from "../../../src/pkcs12/encryption-algorithm.js";
import type { MacData } from "../../../src/pkcs12/mac-data.js";
import { createWorkCounter } from "../../../src/pkcs12/workload.js";

const salt = new Uint8Array();
const digest = new Uint8Array();
const hmac = (iterationCount: number): MacData => ({
  algorithm: { kind: "hmac", hash: "SHA-1", salt, iterationCount },
  digest,
});
const pbe = (iterationCount: number): EncryptionAlgorithm => ({
  kind: "pkcs12Pbe",
  oid: "1.2",
  cipher: { name: "RC4", keyBytes: 5 },
  salt,
  iterationCount,
});
const pbkdf2 = { kind: "pbkdf2", salt, keyBytes: 32, prf: "SHA-1" } as const;
const aes = { kind: "pbes2", oid: "1.2", cipher: { name: "AES-CBC", keyBytes: 32 }, iv: salt } as const;
const scrypt = (costParameter: number, blockSize: number, parallelizationParameter: number): EncryptionAlgorithm => ({
  ...aes,
  keyDerivationFunc: { kind: "scrypt", salt, keyBytes: 32, costParameter, blockSize, parallelizationParameter },
});

const unlimited = { iterations: Number.POSITIVE_INFINITY, scryptBytes: Number.POSITIVE_INFINITY };

describe("createWorkCounter", () => {
  it("adds up the iterations of every kind of derivation, weighed", () => {
    const counter = createWorkCounter(unlimited);
    expect(counter.total()).toEqual({ derivations: 0, iterations: 0, scryptBytes: 0 });
    counter.chargeMac(hmac(1));
    counter.chargeMac({
      algorithm: { kind: "pbmac1", hash: "SHA-1", keyDerivationFunc: { ...pbkdf2, iterationCount: 20 } },
      digest,
    });
    counter.chargeEncryption(pbe(300), "a");
    counter.chargeEncryption(
      { kind: "pbes1", oid: "1.2", hash: "MD5", cipher: { name: "DES-CBC", keyBytes: 8 }, salt, iterationCount: 4000 },
      "b",
    );
    counter.chargeEncryption({ ...aes, keyDerivationFunc: { ...pbkdf2, iterationCount: 50_000 } }, "c");
    expect(counter.total()).toEqual({ derivations: 5, iterations: 1 + 20 + 300 + 6 * 4000 + 50_000, scryptBytes: 0 });
  });

  it("counts the blocks that scrypt mixes, and the largest of its memories", () => {
    const counter = createWorkCounter(unlimited);
    counter.chargeEncryption(scrypt(16_384, 8, 1), "a");
    counter.chargeEncryption(scrypt(1024, 8, 2), "b");
    expect(counter.total()).toEqual({
      derivations: 2,
      iterations: 4 * 16_384 * 8 + 4 * 1024 * 8 * 2,
      scryptBytes: 128 * 8 * (16_384 + 1 + 2),
    });
  });

  it("charges nothing for what will not be derived", () => {
    const counter = createWorkCounter({ iterations: 0, scryptBytes: 0 });
    counter.chargeMac({ algorithm: { kind: "unsupported", scheme: "hmac", oid: "1.2" }, digest });
    counter.chargeEncryption({ kind: "unsupported", schemeOid: "1.2", oid: "1.2" }, "a");
    expect(counter.total()).toEqual({ derivations: 0, iterations: 0, scryptBytes: 0 });
  });

  it("lets the sum reach the limit and refuses one more, saying where and how much", () => {
    const counter = createWorkCounter({ ...unlimited, iterations: 1000 });
    counter.chargeMac(hmac(400));
    counter.chargeEncryption(pbe(600), "authSafe[0]");
    expect(() => counter.chargeEncryption(pbe(1), "authSafe[1]")).toThrow(
      expect.objectContaining({ code: "ERR_PKCS12_ITERATIONS", at: "authSafe[1]", limit: "iterations", actual: 1001 }),
    );
    expect(() => createWorkCounter({ ...unlimited, iterations: 399 }).chargeMac(hmac(400))).toThrow(
      expect.objectContaining({ code: "ERR_PKCS12_ITERATIONS", at: "macData" }),
    );
  });

  it("lets scrypt's memory reach its limit and refuses one byte more", () => {
    const memory = 128 * 8 * (16_384 + 1 + 2);
    createWorkCounter({ ...unlimited, scryptBytes: memory }).chargeEncryption(scrypt(16_384, 8, 1), "a");
    const counter = createWorkCounter({ ...unlimited, scryptBytes: memory - 1 });
    expect(() => counter.chargeEncryption(scrypt(16_384, 8, 1), "a")).toThrow(
      expect.objectContaining({ code: "ERR_PKCS12_SCRYPT_MEMORY", at: "a", limit: "scryptBytes", actual: memory }),
    );
  });

  it("refuses scrypt that takes hours in little memory", () => {
    const counter = createWorkCounter({ iterations: 10_000_000, scryptBytes: 64 * 1024 * 1024 });
    expect(() => counter.chargeEncryption(scrypt(2 ** 18, 1, 2 ** 17), "a")).toThrow(
      expect.objectContaining({ code: "ERR_PKCS12_ITERATIONS", actual: 2 ** 37 }),
    );
  });

  it("affords further attempts from what the file leaves of the limit, and no more", () => {
    const counter = createWorkCounter({ ...unlimited, iterations: 1000 });
    counter.chargeMac(hmac(400));
    expect([counter.affords(400), counter.affords(201), counter.affords(200), counter.affords(1)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    // What the file itself asks for is not held up by attempts.
    counter.chargeEncryption(pbe(600), "authSafe[0]");
    expect(counter.total().iterations).toBe(1000);
  });
});
