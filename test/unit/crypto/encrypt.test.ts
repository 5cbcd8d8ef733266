import { describe, expect, it } from "vitest";
import { decrypt, ivBytes } from "../../../src/crypto/cipher.js";
import type { EncryptionCipher } from "../../../src/crypto/encrypt.js";
import { encrypt } from "../../../src/crypto/encrypt.js";
import { testProvider } from "../../setup/provider.js";
import { toHex } from "./octets.js";
import { IV, KEY, OPENSSL_CIPHERTEXTS, PLAINTEXT } from "./openssl-ciphertexts.js";

/** The ciphers that files are written with. */
const WRITTEN = ["aes-128-cbc", "aes-256-cbc", "des-ede3-cbc", "des-ede-cbc"];
const CASES = OPENSSL_CIPHERTEXTS.filter(([name]) => WRITTEN.includes(name)).map(
  ([name, cipher, ciphertext]) => [name, cipher as EncryptionCipher, ivBytes(cipher), ciphertext] as const,
);

describe("encrypt", () => {
  it("is tried with each of them", () => {
    expect(CASES.map(([name]) => name)).toEqual(WRITTEN);
  });

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
