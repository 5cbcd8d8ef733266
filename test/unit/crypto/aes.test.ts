import { describe, expect, it } from "vitest";
import { createAesDecryptor } from "../../../src/crypto/aes.js";
import { decryptCbc } from "../../../src/crypto/cbc.js";
import { fromHex, toHex } from "./octets.js";

/** The plaintext of NIST SP 800-38A Appendix F. */
const PLAINTEXT =
  "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51" +
  "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710";

/** Sections F.2.2, F.2.4 and F.2.6. */
const SP_800_38A: readonly [string, string, string][] = [
  [
    "F.2.2",
    "2b7e151628aed2a6abf7158809cf4f3c",
    "7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2" +
      "73bed6b8e3c1743b7116e69e222295163ff1caa1681fac09120eca307586e1a7",
  ],
  [
    "F.2.4",
    "8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b",
    "4f021db243bc633d7178183a9fa071e8b4d9ada9ad7dedf4e5e738763f69145a" +
      "571b242012fb7ae07fa9baac3df102e008b0e27988598881d920a9e64f5615cd",
  ],
  [
    "F.2.6",
    "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
    "f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d" +
      "39f23369a9d9bacfa530e26304231461b2eb05e2c39be9fcda6c19078c6a9d1b",
  ],
];

/** FIPS 197 Appendix C: one block under keys of three lengths. */
const FIPS_197: readonly [string, string][] = [
  ["000102030405060708090a0b0c0d0e0f", "69c4e0d86a7b0430d8cdb78070b4c55a"],
  ["000102030405060708090a0b0c0d0e0f1011121314151617", "dda97ca4864cdfe06eaf70a0ec0d7191"],
  ["000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "8ea2b7ca516745bfeafc49904b496089"],
];

describe("createAesDecryptor", () => {
  it.each(FIPS_197)("FIPS 197 Appendix C, key %s", (key, ciphertext) => {
    const block = fromHex(ciphertext);
    createAesDecryptor(fromHex(key)).decryptBlock(block, 0, block, 0);
    expect(toHex(block)).toBe("00112233445566778899aabbccddeeff");
  });

  it.each(SP_800_38A)("SP 800-38A %s", (_, key, ciphertext) => {
    const iv = fromHex("000102030405060708090a0b0c0d0e0f");
    expect(toHex(decryptCbc(createAesDecryptor(fromHex(key)), iv, fromHex(ciphertext)))).toBe(PLAINTEXT);
  });

  it("refuses other key lengths", () => {
    for (const length of [0, 15, 17, 33]) {
      expect(() => createAesDecryptor(new Uint8Array(length))).toThrow(RangeError);
    }
  });
});
