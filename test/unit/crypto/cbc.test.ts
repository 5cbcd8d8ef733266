import { describe, expect, it } from "vitest";
import { decryptCbc, encryptCbc } from "../../../src/crypto/cbc.js";
import { createTripleDes } from "../../../src/crypto/legacy/triple-des.js";
import { fromHex, toHex, utf8 } from "./octets.js";

const cipher = createTripleDes(fromHex("000102030405060708090a0b0c0d0e0f1011121314151617"));
const iv = fromHex("a0a1a2a3a4a5a6a7");
const plaintext = utf8("The quick brown fox jumps over the lazy ");
/** `openssl enc -des-ede3-cbc -nopad`. */
const ciphertext = "4265ad9561fbb8c2a303cd00be29562bd1f948e4d06668081b7f4760697f045054bf547f979f0cc1";

describe("CBC", () => {
  it("encrypts and decrypts as OpenSSL does", () => {
    expect(toHex(encryptCbc(cipher, iv, plaintext))).toBe(ciphertext);
    expect(decryptCbc(cipher, iv, fromHex(ciphertext))).toEqual(plaintext);
  });

  it("makes nothing of nothing", () => {
    expect(encryptCbc(cipher, iv, new Uint8Array(0))).toHaveLength(0);
    expect(decryptCbc(cipher, iv, new Uint8Array(0))).toHaveLength(0);
  });

  it("leaves its arguments alone", () => {
    const data = fromHex(ciphertext);
    decryptCbc(cipher, iv, data);
    encryptCbc(cipher, iv, data);
    expect(toHex(data)).toBe(ciphertext);
    expect(toHex(iv)).toBe("a0a1a2a3a4a5a6a7");
  });

  it.each([decryptCbc, encryptCbc])("refuses an initialization vector or data of a wrong length", (run) => {
    expect(() => run(cipher, iv.subarray(1), plaintext)).toThrow(new RangeError('"iv" expected 8 bytes, got 7'));
    expect(() => run(cipher, iv, plaintext.subarray(1))).toThrow(
      new RangeError('"data" expected a multiple of 8 bytes, got 39'),
    );
  });
});
