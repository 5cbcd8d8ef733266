import { describe, expect, it } from "vitest";
import { decodeWhole } from "../../../src/asn1/ber.js";
import { OID } from "../../../src/asn1/oids.js";
import { readKeyDerivationFunc } from "../../../src/pkcs12/key-derivation-func.js";
import type { Der } from "../../setup/der.js";
import { der, integer, nullValue, octetString, oid, sequence } from "../../setup/der.js";
import { algorithm } from "../../setup/pfx.js";

const read = (bytes: Uint8Array): ReturnType<typeof readKeyDerivationFunc> =>
  readKeyDerivationFunc(decodeWhole(bytes, "test"), "here");
const malformed = expect.objectContaining({ code: "ERR_ASN1_UNEXPECTED", at: "here" });

const salt = octetString(Uint8Array.of(1, 2));
const pbkdf2 = (...members: readonly Der[]): Der => algorithm(OID.pbkdf2, sequence(...members));
const scrypt = (cost: number, block: number, parallelization: number, ...rest: readonly Der[]): Der =>
  algorithm(OID.scrypt, sequence(salt, integer(cost), integer(block), integer(parallelization), ...rest));

describe("PBKDF2 (RFC 8018 App. A.2)", () => {
  const shared = { kind: "pbkdf2", salt: Uint8Array.of(1, 2), iterationCount: 4 };

  it("takes HMAC-SHA-1 and the cipher's key length where the file names none", () => {
    expect(read(pbkdf2(salt, integer(4)))).toEqual({ ...shared, keyBytes: undefined, prf: "SHA-1" });
  });

  it.each([
    ["1.2.840.113549.2.6", "MD5"],
    ["1.2.840.113549.2.7", "SHA-1"],
    ["1.2.840.113549.2.8", "SHA-224"],
    ["1.2.840.113549.2.9", "SHA-256"],
    ["1.2.840.113549.2.10", "SHA-384"],
    ["1.2.840.113549.2.11", "SHA-512"],
    ["1.2.840.113549.2.12", "SHA-512/224"],
    ["1.2.840.113549.2.13", "SHA-512/256"],
    ["2.16.840.1.101.3.4.2.14", "SHA3-256"],
    ["1.2.156.10197.1.401.3.1", "SM3"],
  ])("reads the prf %s as HMAC over %s, with and without a key length", (prf, hash) => {
    expect(read(pbkdf2(salt, integer(4), algorithm(prf)))).toEqual({ ...shared, keyBytes: undefined, prf: hash });
    expect(read(pbkdf2(salt, integer(4), integer(32), sequence(oid(prf))))).toEqual({
      ...shared,
      keyBytes: 32,
      prf: hash,
    });
  });

  it("reads a count of four octets, and the largest that a number holds", () => {
    expect(read(pbkdf2(salt, integer(8_388_608)))).toMatchObject({ iterationCount: 8_388_608 });
    const most = { iterationCount: Number.MAX_SAFE_INTEGER };
    expect(read(pbkdf2(salt, integer(Number.MAX_SAFE_INTEGER)))).toMatchObject(most);
    expect(() => read(pbkdf2(salt, integer(2n ** 53n)))).toThrow(malformed);
  });

  it("takes key lengths from 1 to 1024 bytes", () => {
    expect(read(pbkdf2(salt, integer(4), integer(1)))).toMatchObject({ keyBytes: 1 });
    expect(read(pbkdf2(salt, integer(4), integer(1024)))).toMatchObject({ keyBytes: 1024 });
    expect(() => read(pbkdf2(salt, integer(4), integer(0)))).toThrow(malformed);
    expect(() => read(pbkdf2(salt, integer(4), integer(1025)))).toThrow(malformed);
  });

  it.each([
    ["a salt from another source", pbkdf2(algorithm("1.2.3.4"), integer(4))],
    ["count 0", pbkdf2(salt, integer(0))],
    ["a negative count", pbkdf2(salt, der(0x02, Uint8Array.of(0xff)))],
    ["no count", pbkdf2(salt)],
    ["no parameters", sequence(oid(OID.pbkdf2))],
    ["NULL", algorithm(OID.pbkdf2, nullValue())],
  ])("refuses %s", (_, bytes) => {
    expect(() => read(bytes)).toThrow(malformed);
  });

  it("names a prf that it does not know", () => {
    const unknown = { kind: "unsupported", oid: "1.2.643.7.1.1.4.2" };
    expect(read(pbkdf2(salt, integer(4), algorithm("1.2.643.7.1.1.4.2")))).toEqual(unknown);
  });
});

describe("scrypt (RFC 7914 section 7)", () => {
  it("reads its costs, with and without a key length", () => {
    const costs = { costParameter: 16384, blockSize: 8, parallelizationParameter: 1 };
    const shared = { kind: "scrypt", salt: Uint8Array.of(1, 2), ...costs };
    expect(read(scrypt(16384, 8, 1))).toEqual({ ...shared, keyBytes: undefined });
    expect(read(scrypt(16384, 8, 1, integer(32)))).toEqual({ ...shared, keyBytes: 32 });
  });

  it.each([
    ["N of 2", scrypt(2, 1, 1)],
    ["N of 2^30", scrypt(2 ** 30, 1, 1)],
    ["r p one below 2^30", scrypt(2, 1, 2 ** 30 - 1)],
  ])("takes %s: what it costs is for the limits to say", (_, bytes) => {
    expect(read(bytes)).toMatchObject({ kind: "scrypt" });
  });

  it.each([
    ["N of 0", scrypt(0, 8, 1)],
    ["N of 1", scrypt(1, 8, 1)],
    ["N that is no power of two", scrypt(16383, 8, 1)],
    ["r of 0", scrypt(16384, 0, 1)],
    ["p of 0", scrypt(16384, 8, 0)],
    ["r p of 2^30", scrypt(2, 2 ** 15, 2 ** 15)],
    ["a key length of 0", scrypt(16384, 8, 1, integer(0))],
    ["a key length of 1025", scrypt(16384, 8, 1, integer(1025))],
    ["no parameters", sequence(oid(OID.scrypt))],
  ])("refuses %s", (_, bytes) => {
    expect(() => read(bytes)).toThrow(malformed);
  });
});

it("names a function that it does not know", () => {
  const argon2 = { kind: "unsupported", oid: "1.3.6.1.4.1.11591.4.12" };
  expect(read(algorithm("1.3.6.1.4.1.11591.4.12"))).toEqual(argon2);
});
