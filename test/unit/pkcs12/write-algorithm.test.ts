import { describe, expect, it } from "vitest";
import { decodeWhole } from "../../../src/asn1/ber.js";
import { encodeHex } from "../../../src/bytes/hex.js";
import { readEncryptionAlgorithm } from "../../../src/pkcs12/encryption-algorithm.js";
import { writeDigest, writePbes2, writePbmac1, writeTripleDesPbe } from "../../../src/pkcs12/write-algorithm.js";

const salt = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
const iv = new Uint8Array(16).fill(9);
const func = { kind: "pbkdf2", prf: "SHA-256", salt, iterationCount: 600_000, keyBytes: undefined } as const;

const read = (der: Uint8Array) => readEncryptionAlgorithm(decodeWhole(der, "test"), "here");

describe("what is written", () => {
  it("is read as the same scheme", () => {
    expect(read(writeTripleDesPbe(salt, 2048))).toEqual({
      kind: "pkcs12Pbe",
      oid: "1.2.840.113549.1.12.1.3",
      cipher: { name: "DES-EDE3-CBC", keyBytes: 24 },
      salt,
      iterationCount: 2048,
    });
    expect(read(writePbes2(func, iv))).toMatchObject({
      kind: "pbes2",
      keyDerivationFunc: func,
      cipher: { name: "AES-CBC", keyBytes: 32 },
      iv,
    });
    expect(read(writePbes2({ ...func, keyBytes: 32 }, iv))).toMatchObject({ keyDerivationFunc: { keyBytes: 32 } });
  });

  it("has NULL for the parameters of hashes, as OpenSSL writes them", () => {
    expect(encodeHex(writeDigest("SHA-1"))).toBe("300906052B0E03021A0500");
    expect(encodeHex(writeDigest("SHA-256"))).toBe("300D06096086480165030402010500");
    // hmacWithSHA256, as the prf and as the messageAuthScheme.
    expect(encodeHex(writePbmac1(func)).match(/300C06082A864886F70D02090500/g)).toHaveLength(2);
  });
});
