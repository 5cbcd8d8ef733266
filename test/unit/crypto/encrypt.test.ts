import { describe, expect, it } from "vitest";
import { decrypt } from "../../../src/crypto/cipher.js";
import type { EncryptionCipher } from "../../../src/crypto/encrypt.js";
import { encrypt } from "../../../src/crypto/encrypt.js";
import { testProvider } from "../../setup/provider.js";
import { fromHex, toHex, utf8 } from "./octets.js";

const PLAINTEXT = utf8("The quick brown fox jumps over the lazy dog");
const KEY = fromHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
const IV = fromHex("a0a1a2a3a4a5a6a7a8a9aaabacadaeaf");

/** `openssl enc` 3.0, key and IV the first octets of {@link KEY} and {@link IV}. */
const CASES: readonly [string, EncryptionCipher, number, string][] = [
  [
    "aes-128-cbc",
    { name: "AES-CBC", keyBytes: 16 },
    16,
    "66c79eeb9465863ede43c216978135de45de5a6a4c003c3a2acf0dc47b07b0da59766c539cdf0ae0ff6c02eddeb1b61a",
  ],
  [
    "aes-256-cbc",
    { name: "AES-CBC", keyBytes: 32 },
    16,
    "64bac78bf92341822f9cb229d5199006d90c3bab4f7eaa663a51e8c75086e82cabdf122926fa3b24d4f3c9bafa5236b6",
  ],
  [
    "des-ede3-cbc",
    { name: "DES-EDE3-CBC", keyBytes: 24 },
    8,
    "4265ad9561fbb8c2a303cd00be29562bd1f948e4d06668081b7f4760697f045054bf547f979f0cc12a09eb9dd721145f",
  ],
  [
    "des-ede-cbc",
    { name: "DES-EDE3-CBC", keyBytes: 16 },
    8,
    "173533cb325842b19645817c4d941227854e56f2b137d88ca824187a458f345db3a2194f47e36b9f0666ceec288247d3",
  ],
];

describe("encrypt", () => {
  it.each(CASES)("writes what OpenSSL writes: %s", async (_, cipher, blockBytes, ciphertext) => {
    const input = { key: KEY.subarray(0, cipher.keyBytes), iv: IV.subarray(0, blockBytes), provider: testProvider };
    expect(toHex(await encrypt(cipher, { ...input, data: PLAINTEXT }))).toBe(ciphertext);
  });

  it.each(CASES)("pads every length so that it is read again: %s", async (_, cipher, blockBytes) => {
    const input = { key: KEY.subarray(0, cipher.keyBytes), iv: IV.subarray(0, blockBytes), provider: testProvider };
    for (const length of [0, 1, 7, 8, 15, 16, 17, 32]) {
      const data = PLAINTEXT.subarray(0, length);
      const written = await encrypt(cipher, { ...input, data });
      expect(written).toHaveLength((Math.floor(length / blockBytes) + 1) * blockBytes);
      expect(toHex(await decrypt(cipher, { ...input, data: written }))).toBe(toHex(data));
    }
  });

  it.each(CASES)("refuses a key or an initialization vector of another length: %s", async (_, cipher, blockBytes) => {
    const input = { key: KEY.subarray(0, cipher.keyBytes), iv: IV.subarray(0, blockBytes), provider: testProvider };
    const shorter = { ...input, data: PLAINTEXT, key: KEY.subarray(1, cipher.keyBytes) };
    await expect(encrypt(cipher, shorter)).rejects.toThrow(`"key" expected ${cipher.keyBytes} bytes`);
    const longer = { ...input, data: PLAINTEXT, iv: new Uint8Array(blockBytes + 1) };
    await expect(encrypt(cipher, longer)).rejects.toThrow(`"iv" expected ${blockBytes} bytes`);
  });
});
