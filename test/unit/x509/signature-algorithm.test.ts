import { describe, expect, it } from "vitest";
import { decodeWhole } from "../../../src/asn1/ber.js";
import { parseCertificate } from "../../../src/x509/certificate.js";
import { decodeSignatureAlgorithm } from "../../../src/x509/signature-algorithm.js";
import { der, integer, oid, sequence } from "../../setup/der.js";
import { FULL_CERTIFICATE, fromBase64, fromHex, MD5_CERTIFICATE, PSS_CERTIFICATE } from "./fixtures.js";

const decode = (identifier: string, ...parameters: Uint8Array[]) =>
  decodeSignatureAlgorithm(decodeWhole(sequence(oid(identifier), ...parameters), "signature"), "signature");
const PSS = "1.2.840.113549.1.1.10";

describe("decodeSignatureAlgorithm", () => {
  it.each([
    ["1.2.840.113549.1.1.4", "md5WithRSAEncryption", "MD5"],
    ["1.2.840.113549.1.1.5", "sha1WithRSAEncryption", "SHA-1"],
    ["1.3.14.3.2.29", "sha1WithRSA", "SHA-1"],
    ["1.2.840.10040.4.3", "dsa-with-SHA1", "SHA-1"],
    ["1.2.840.10045.4.3.2", "ecdsa-with-SHA256", "SHA-256"],
    ["1.2.840.113549.1.1.16", "sha512-256WithRSAEncryption", "SHA-512/256"],
    ["2.16.840.1.101.3.4.3.12", "ecdsa-with-SHA3-512", "SHA3-512"],
    ["1.2.156.10197.1.501", "SM2-with-SM3", "SM3"],
    ["1.3.101.112", "Ed25519", undefined],
    ["2.16.840.1.101.3.4.3.18", "ML-DSA-65", undefined],
    ["1.2.3.4", "1.2.3.4", undefined],
  ])("names %s and its digest", (identifier, name, digest) => {
    expect(decode(identifier)).toEqual({ oid: identifier, name, digest });
  });

  it("finds the digest of RSASSA-PSS in its parameters", () => {
    const sha256 = der(0xa0, sequence(oid("2.16.840.1.101.3.4.2.1")));
    expect(decode(PSS, sequence(sha256)).digest).toBe("SHA-256");
    expect(decode(PSS, sequence(der(0xa0, sequence(oid("1.2.3"))))).digest).toBe("1.2.3");
  });

  it("knows that RSASSA-PSS without parameters has SHA-1", () => {
    expect(decode(PSS, sequence()).digest).toBe("SHA-1");
    expect(decode(PSS).digest).toBe("SHA-1");
  });

  it("claims nothing about RSASSA-PSS parameters that it cannot read", () => {
    expect(decode(PSS, integer(1n)).digest).toBeUndefined();
    expect(decode(PSS, sequence(der(0xa0, integer(1n)))).digest).toBeUndefined();
  });

  it("reads those of certificates", () => {
    const digests = [FULL_CERTIFICATE, PSS_CERTIFICATE, MD5_CERTIFICATE].map(
      (certificate) => parseCertificate(fromBase64(certificate), "certificate").signatureAlgorithm,
    );
    expect(digests.map(({ name, digest }) => [name, digest])).toEqual([
      ["ecdsa-with-SHA256", "SHA-256"],
      ["RSASSA-PSS", "SHA-384"],
      ["md5WithRSAEncryption", "MD5"],
    ]);
  });

  it("refuses what is no AlgorithmIdentifier", () => {
    expect(() => decodeSignatureAlgorithm(decodeWhole(fromHex("0500"), "signature"), "signature")).toThrow(
      expect.objectContaining({ code: "ERR_ASN1_UNEXPECTED" }),
    );
  });
});
