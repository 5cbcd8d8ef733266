import { describe, expect, it } from "vitest";
import { decodeWhole } from "../../../src/asn1/ber.js";
import { OID } from "../../../src/asn1/oids.js";
import { MalformedError } from "../../../src/errors.js";
import type { EncryptionAlgorithm } from "../../../src/pkcs12/encryption-algorithm.js";
import { readEncryptionAlgorithm } from "../../../src/pkcs12/encryption-algorithm.js";
import type { Der } from "../../setup/der.js";
import { integer, nullValue, octetString, octetStringInPieces, oid, sequence } from "../../setup/der.js";
import { algorithm } from "../../setup/pfx.js";

const read = (der: Uint8Array): EncryptionAlgorithm => readEncryptionAlgorithm(decodeWhole(der, "test"), "here");
const malformed = expect.objectContaining({ code: "ERR_PKCS12_CIPHER_PARAMETERS", at: "here" });

const salt = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
const pbeParameters = sequence(octetString(salt), integer(2048));
const kdf = (keyBytes?: number): Der =>
  algorithm(
    OID.pbkdf2,
    sequence(octetString(salt), integer(2048), ...(keyBytes === undefined ? [] : [integer(keyBytes)])),
  );
const iv = (bytes: number): Der => octetString(new Uint8Array(bytes).fill(9));
const pbes2 = (scheme: Der, keyBytes?: number): Der => algorithm(OID.pbes2, sequence(kdf(keyBytes), scheme));

describe("pbeWithSHAAnd… (RFC 7292 App. C)", () => {
  it.each([
    ["1.2.840.113549.1.12.1.1", { name: "RC4", keyBytes: 16 }],
    ["1.2.840.113549.1.12.1.2", { name: "RC4", keyBytes: 5 }],
    ["1.2.840.113549.1.12.1.3", { name: "DES-EDE3-CBC", keyBytes: 24 }],
    ["1.2.840.113549.1.12.1.4", { name: "DES-EDE3-CBC", keyBytes: 16 }],
    ["1.2.840.113549.1.12.1.5", { name: "RC2-CBC", keyBytes: 16, effectiveKeyBits: 128 }],
    ["1.2.840.113549.1.12.1.6", { name: "RC2-CBC", keyBytes: 5, effectiveKeyBits: 40 }],
  ])("%s is %o", (scheme, cipher) => {
    const decoded = { kind: "pkcs12Pbe", oid: scheme, cipher, salt, iterationCount: 2048 };
    expect(read(algorithm(scheme, pbeParameters))).toEqual(decoded);
  });

  it("reads a salt in pieces", () => {
    const parameters = sequence(octetStringInPieces(salt.subarray(0, 3), salt.subarray(3)), integer(1));
    expect(read(algorithm("1.2.840.113549.1.12.1.3", parameters))).toMatchObject({ salt, iterationCount: 1 });
  });
});

describe("PBES1 (RFC 8018 App. A.3)", () => {
  it.each([
    ["1.2.840.113549.1.5.3", "MD5", { name: "DES-CBC", keyBytes: 8 }],
    ["1.2.840.113549.1.5.6", "MD5", { name: "RC2-CBC", keyBytes: 8, effectiveKeyBits: 64 }],
    ["1.2.840.113549.1.5.10", "SHA-1", { name: "DES-CBC", keyBytes: 8 }],
    ["1.2.840.113549.1.5.11", "SHA-1", { name: "RC2-CBC", keyBytes: 8, effectiveKeyBits: 64 }],
  ])("%s is %s and %o", (scheme, hash, cipher) => {
    const decoded = { kind: "pbes1", oid: scheme, hash, cipher, salt, iterationCount: 2048 };
    expect(read(algorithm(scheme, pbeParameters))).toEqual(decoded);
  });
});

describe("PBES2 (RFC 8018 App. A.4)", () => {
  it.each([
    ["1.3.14.3.2.7", 8, { name: "DES-CBC", keyBytes: 8 }],
    ["1.2.840.113549.3.7", 8, { name: "DES-EDE3-CBC", keyBytes: 24 }],
    ["2.16.840.1.101.3.4.1.2", 16, { name: "AES-CBC", keyBytes: 16 }],
    ["2.16.840.1.101.3.4.1.22", 16, { name: "AES-CBC", keyBytes: 24 }],
    ["2.16.840.1.101.3.4.1.42", 16, { name: "AES-CBC", keyBytes: 32 }],
  ])("%s takes an IV of %i bytes and is %o", (scheme, ivBytes, cipher) => {
    expect(read(pbes2(algorithm(scheme, iv(ivBytes))))).toEqual({
      kind: "pbes2",
      oid: OID.pbes2,
      keyDerivationFunc: { kind: "pbkdf2", salt, iterationCount: 2048, keyBytes: undefined, prf: "SHA-1" },
      cipher,
      iv: new Uint8Array(ivBytes).fill(9),
    });
    for (const wrong of [0, ivBytes - 1, ivBytes + 1]) {
      expect(() => read(pbes2(algorithm(scheme, iv(wrong))))).toThrow(malformed);
    }
  });

  it("keeps a key length that is not the cipher's, for the decryption to try", () => {
    expect(read(pbes2(algorithm("2.16.840.1.101.3.4.1.2", iv(16)), 32))).toMatchObject({
      keyDerivationFunc: { keyBytes: 32 },
      cipher: { name: "AES-CBC", keyBytes: 16 },
    });
  });
});

describe("RC2 in PBES2 (RFC 8018 App. B.2.3)", () => {
  const rc2 = (keyBytes: number | undefined, ...version: readonly number[]): Der =>
    pbes2(algorithm("1.2.840.113549.3.2", sequence(...version.map((it) => integer(it)), iv(8))), keyBytes);

  it.each([
    [[160], undefined, { keyBytes: 5, effectiveKeyBits: 40 }],
    [[120], undefined, { keyBytes: 8, effectiveKeyBits: 64 }],
    [[58], undefined, { keyBytes: 16, effectiveKeyBits: 128 }],
    [[256], undefined, { keyBytes: 32, effectiveKeyBits: 256 }],
    [[1024], undefined, { keyBytes: 128, effectiveKeyBits: 1024 }],
    [[], undefined, { keyBytes: 4, effectiveKeyBits: 32 }],
    [[58], 5, { keyBytes: 5, effectiveKeyBits: 128 }],
    [[58], 128, { keyBytes: 128, effectiveKeyBits: 128 }],
  ])("version %o with key length %s is %o", (version, keyBytes, cipher) => {
    expect(read(rc2(keyBytes, ...version))).toMatchObject({ cipher: { name: "RC2-CBC", ...cipher }, kind: "pbes2" });
  });

  it.each([[0], [1], [59], [255], [1025]])("version %i does not exist", (version) => {
    expect(() => read(rc2(undefined, version))).toThrow(malformed);
  });

  it("refuses a key of more than 128 bytes (RFC 2268 section 2) and a short IV", () => {
    expect(() => read(rc2(129, 58))).toThrow(malformed);
    expect(() => read(pbes2(algorithm("1.2.840.113549.3.2", sequence(integer(58), iv(7)))))).toThrow(malformed);
    expect(() => read(pbes2(algorithm("1.2.840.113549.3.2", sequence())))).toThrow(malformed);
  });
});

describe("parameters that break the standard", () => {
  it.each([
    ["iteration count 0", algorithm("1.2.840.113549.1.12.1.3", sequence(octetString(salt), integer(0)))],
    ["no iteration count", algorithm("1.2.840.113549.1.5.3", sequence(octetString(salt)))],
    ["NULL", algorithm("1.2.840.113549.1.12.1.3")],
    ["a salt that is no OCTET STRING", algorithm("1.2.840.113549.1.12.1.3", sequence(integer(1), integer(1)))],
    ["PBES2 without parameters", sequence(oid(OID.pbes2))],
    ["PBES2 without a scheme", algorithm(OID.pbes2, sequence(kdf()))],
    ["an absurd key length", pbes2(algorithm("2.16.840.1.101.3.4.1.42", iv(16)), 1025)],
  ])("%s: the cause says what", (_, der) => {
    expect(() => read(der)).toThrow(malformed);
    try {
      read(der);
    } catch (error) {
      expect(error).toHaveProperty("cause", expect.any(MalformedError));
    }
  });

  it("is an error of ASN.1 where there is no AlgorithmIdentifier at all", () => {
    expect(() => read(integer(1))).toThrow(expect.objectContaining({ code: "ERR_ASN1_UNEXPECTED", at: "here" }));
    expect(() => readEncryptionAlgorithm(undefined, "here")).toThrow(expect.objectContaining({ at: "here" }));
  });
});

describe("what is not supported is a value that names the part", () => {
  const camellia = "1.2.392.200011.61.1.1.1.4";
  const argon2 = "1.3.6.1.4.1.11591.4.12";
  const gostHmac = "1.2.643.7.1.1.4.2";
  const pbkdf2 = { kind: "pbkdf2", salt, iterationCount: 2048, keyBytes: undefined, prf: "SHA-1" };

  it("the scheme", () => {
    const unknown = { kind: "unsupported", schemeOid: "1.2.3.4", oid: "1.2.3.4" };
    expect(read(algorithm("1.2.3.4", octetString(salt)))).toEqual(unknown);
    expect(read(sequence(oid("1.2.3.4")))).toEqual(unknown);
  });

  it("the cipher of PBES2, with the key derivation that is known", () => {
    const unknown = { kind: "unsupported", schemeOid: OID.pbes2, oid: camellia, keyDerivationFunc: pbkdf2 };
    expect(read(pbes2(algorithm(camellia, iv(16))))).toEqual(unknown);
    expect(read(pbes2(sequence(oid(camellia))))).toEqual(unknown);
  });

  it("the key derivation of PBES2, whatever the cipher", () => {
    const scheme = algorithm("2.16.840.1.101.3.4.1.42", iv(16));
    const unknown = { kind: "unsupported", schemeOid: OID.pbes2, oid: argon2 };
    expect(read(algorithm(OID.pbes2, sequence(algorithm(argon2, nullValue()), scheme)))).toEqual(unknown);
  });

  it("the prf of PBKDF2", () => {
    const func = algorithm(OID.pbkdf2, sequence(octetString(salt), integer(1), algorithm(gostHmac)));
    const der = algorithm(OID.pbes2, sequence(func, algorithm("2.16.840.1.101.3.4.1.42", iv(16))));
    expect(read(der)).toEqual({ kind: "unsupported", schemeOid: OID.pbes2, oid: gostHmac });
  });
});
