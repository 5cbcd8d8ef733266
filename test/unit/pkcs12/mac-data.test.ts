import { describe, expect, it } from "vitest";
import { decodeWhole } from "../../../src/asn1/ber.js";
import { OID } from "../../../src/asn1/oids.js";
import { UnsupportedError } from "../../../src/errors.js";
import type { MacData } from "../../../src/pkcs12/mac-data.js";
import { readMacData, unsupportedMac } from "../../../src/pkcs12/mac-data.js";
import type { Der } from "../../setup/der.js";
import { integer, octetString, octetStringInPieces, oid, sequence } from "../../setup/der.js";
import { algorithm, macDataOf } from "../../setup/pfx.js";

const read = (der: Uint8Array): MacData => readMacData(decodeWhole(der, "test"), "macData");
const malformed = expect.objectContaining({ code: "ERR_PKCS12_MAC_PARAMETERS", at: "macData" });

const sha256 = "2.16.840.1.101.3.4.2.1";
const hmacSha256 = "1.2.840.113549.2.9";
const code = Uint8Array.of(0xc0, 0xde);
const saltBytes = Uint8Array.of(1, 2, 3);
const salt = octetString(saltBytes);

describe("HMAC (RFC 7292 section 4)", () => {
  const shared = { kind: "hmac", salt: saltBytes, iterationCount: 2048 };

  it.each([
    ["1.2.840.113549.2.5", "MD5"],
    ["1.3.14.3.2.26", "SHA-1"],
    ["2.16.840.1.101.3.4.2.4", "SHA-224"],
    [sha256, "SHA-256"],
    ["2.16.840.1.101.3.4.2.2", "SHA-384"],
    ["2.16.840.1.101.3.4.2.3", "SHA-512"],
    ["2.16.840.1.101.3.4.2.5", "SHA-512/224"],
    ["2.16.840.1.101.3.4.2.6", "SHA-512/256"],
    ["2.16.840.1.101.3.4.2.8", "SHA3-256"],
    ["1.3.36.3.2.1", "RIPEMD-160"],
    ["1.2.156.10197.1.401", "SM3"],
  ])("reads digest %s as %s", (digest, hash) => {
    const expected = { algorithm: { ...shared, hash }, digest: code };
    expect(read(macDataOf(algorithm(digest), code, salt, integer(2048)))).toEqual(expected);
    expect(read(macDataOf(sequence(oid(digest)), code, salt, integer(2048)))).toEqual(expected);
  });

  it("takes one iteration where the file names none", () => {
    expect(read(macDataOf(algorithm(sha256), code, salt)).algorithm).toMatchObject({ iterationCount: 1 });
  });

  it("reads salt and code in pieces", () => {
    const digestInfo = sequence(algorithm(sha256), octetStringInPieces(code.subarray(0, 1), code.subarray(1)));
    const pieces = sequence(digestInfo, octetStringInPieces(saltBytes), integer(2048));
    expect(read(pieces)).toEqual({ algorithm: { ...shared, hash: "SHA-256" }, digest: code });
  });

  it.each([
    ["0 iterations", macDataOf(algorithm(sha256), code, salt, integer(0))],
    ["iterations that are no INTEGER", macDataOf(algorithm(sha256), code, salt, salt)],
    ["no salt", macDataOf(algorithm(sha256), code)],
    ["no code", sequence(sequence(algorithm(sha256)), salt, integer(1))],
    ["nothing", sequence()],
    ["another type", integer(1)],
  ])("refuses %s", (_, der) => {
    expect(() => read(der)).toThrow(malformed);
  });
});

describe("PBMAC1 (RFC 9879)", () => {
  const func = (keyBytes?: number): Der =>
    algorithm(
      OID.pbkdf2,
      sequence(
        salt,
        integer(9),
        ...(keyBytes === undefined ? [] : [integer(keyBytes)]),
        algorithm("1.2.840.113549.2.11"),
      ),
    );
  const pbmac1 = (parameters: Der): Der =>
    macDataOf(algorithm(OID.pbmac1, parameters), code, octetString(), integer(1));

  it.each([20, 32, 64])("takes a key of %i octets", (keyBytes) => {
    expect(read(pbmac1(sequence(func(keyBytes), algorithm(hmacSha256))))).toEqual({
      algorithm: {
        kind: "pbmac1",
        hash: "SHA-256",
        keyDerivationFunc: { kind: "pbkdf2", salt: saltBytes, iterationCount: 9, keyBytes, prf: "SHA-512" },
      },
      digest: code,
    });
  });

  it.each([1, 19, 65, 1024, undefined])(
    "refuses a key of %s octets: it could be guessed, or costs for nothing",
    (keyBytes) => {
      expect(() => read(pbmac1(sequence(func(keyBytes), algorithm(hmacSha256))))).toThrow(malformed);
    },
  );

  it("does not look at the salt and the count of MacData, which mean nothing here", () => {
    const parameters = sequence(func(32), algorithm(hmacSha256));
    expect(read(macDataOf(algorithm(OID.pbmac1, parameters), code)).algorithm.kind).toBe("pbmac1");
    expect(read(macDataOf(algorithm(OID.pbmac1, parameters), code, salt, integer(0))).algorithm.kind).toBe("pbmac1");
  });

  it.each([
    ["without parameters", sequence(oid(OID.pbmac1))],
    ["without a scheme", algorithm(OID.pbmac1, sequence(func(32)))],
    [
      "with 0 iterations",
      algorithm(
        OID.pbmac1,
        sequence(algorithm(OID.pbkdf2, sequence(salt, integer(0), integer(32))), algorithm(hmacSha256)),
      ),
    ],
  ])("is refused %s", (_, digestAlgorithm) => {
    expect(() => read(macDataOf(digestAlgorithm, code, salt, integer(1)))).toThrow(malformed);
  });

  it.each([
    ["its scheme", sequence(func(32), algorithm("1.2.643.7.1.1.4.2")), "1.2.643.7.1.1.4.2"],
    [
      "its key derivation",
      sequence(algorithm("1.3.6.1.4.1.11591.4.12"), algorithm(hmacSha256)),
      "1.3.6.1.4.1.11591.4.12",
    ],
    [
      "its prf",
      sequence(
        algorithm(OID.pbkdf2, sequence(salt, integer(1), integer(32), algorithm("1.2.3.4"))),
        algorithm(hmacSha256),
      ),
      "1.2.3.4",
    ],
    [
      "scrypt, which RFC 9879 does not have",
      sequence(algorithm(OID.scrypt, sequence(salt, integer(2), integer(1), integer(1))), algorithm(hmacSha256)),
      OID.scrypt,
    ],
  ])("names %s where it is not supported", (_, parameters, unknown) => {
    expect(read(pbmac1(parameters)).algorithm).toEqual({ kind: "unsupported", scheme: "pbmac1", oid: unknown });
  });
});

describe("a digest that is not supported", () => {
  const whirlpool = "1.0.10118.3.0.55";

  it("is a value, whatever its salt", () => {
    const unknown = { kind: "unsupported", scheme: "hmac", oid: whirlpool };
    expect(read(macDataOf(algorithm(whirlpool), code, salt, integer(1)))).toEqual({ algorithm: unknown, digest: code });
  });

  it("has an error that names it", () => {
    const error = unsupportedMac(whirlpool);
    expect(error).toBeInstanceOf(UnsupportedError);
    expect(error).toMatchObject({ code: "ERR_PKCS12_MAC_ALGORITHM", at: "macData", oid: whirlpool });
    expect(error.message).toContain(whirlpool);
  });
});
