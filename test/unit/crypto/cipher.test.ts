import { describe, expect, it } from "vitest";
import type { Cipher } from "../../../src/crypto/cipher.js";
import { decrypt, ivBytes } from "../../../src/crypto/cipher.js";
import type { CryptoProvider } from "../../../src/crypto/provider.js";
import { testProvider } from "../../setup/provider.js";
import { fromHex, toHex } from "./octets.js";
import { IV, KEY, OPENSSL_CIPHERTEXTS, PLAINTEXT } from "./openssl-ciphertexts.js";

const BLOCK_CIPHERS = OPENSSL_CIPHERTEXTS.filter(([, cipher]) => cipher.name !== "RC4");

function decryptWith(cipher: Cipher, data: Uint8Array, provider: CryptoProvider = testProvider) {
  return decrypt(cipher, { key: KEY.slice(0, cipher.keyBytes), iv: IV.slice(0, ivBytes(cipher)), data, provider });
}

describe("decrypt", () => {
  it.each(OPENSSL_CIPHERTEXTS)("%s", async (_, cipher, ciphertext) => {
    expect(await decryptWith(cipher, fromHex(ciphertext))).toEqual(PLAINTEXT);
  });

  it.each(BLOCK_CIPHERS)("%s: shows a wrong key or cut data as undefined", async (_, cipher, ciphertext) => {
    const data = fromHex(ciphertext);
    const wrong = {
      key: KEY.slice(-cipher.keyBytes).reverse(),
      iv: IV.slice(0, ivBytes(cipher)),
      provider: testProvider,
    };
    expect(await decrypt(cipher, { ...wrong, data })).toBeUndefined();
    expect(await decryptWith(cipher, data.subarray(0, -1))).toBeUndefined();
    expect(await decryptWith(cipher, data.subarray(0, -ivBytes(cipher)))).toBeUndefined();
    expect(await decryptWith(cipher, new Uint8Array(0))).toBeUndefined();
  });

  it("decrypts AES where the runtime refuses, and still tells a wrong key", async () => {
    const asked: string[] = [];
    const refusing: CryptoProvider = {
      subtle: new Proxy(testProvider.subtle, {
        get: (_, method) => () => {
          asked.push(String(method));
          return Promise.reject(new DOMException("192-bit AES keys are not supported", "OperationError"));
        },
      }),
    };
    for (const [, cipher, ciphertext] of OPENSSL_CIPHERTEXTS.slice(0, 3)) {
      expect(await decryptWith(cipher, fromHex(ciphertext), refusing)).toEqual(PLAINTEXT);
      expect(await decryptWith(cipher, fromHex(ciphertext).reverse(), refusing)).toBeUndefined();
    }
    expect(asked).toContain("importKey");
  });

  it.each(OPENSSL_CIPHERTEXTS)(
    "%s: refuses a key or an initialization vector of a wrong length",
    async (_, cipher, ciphertext) => {
      const data = fromHex(ciphertext);
      const key = KEY.slice(0, cipher.keyBytes);
      const iv = IV.slice(0, ivBytes(cipher));
      const provider = testProvider;
      await expect(decrypt(cipher, { key: key.slice(1), iv, data, provider })).rejects.toThrow(
        new RangeError(`"key" expected ${cipher.keyBytes} bytes, got ${cipher.keyBytes - 1}`),
      );
      await expect(decrypt(cipher, { key, iv: new Uint8Array(iv.length + 1), data, provider })).rejects.toThrow(
        new RangeError(`"iv" expected ${iv.length} bytes, got ${iv.length + 1}`),
      );
    },
  );

  it("leaves its input alone and gives an array of its own", async () => {
    for (const [, cipher, ciphertext] of OPENSSL_CIPHERTEXTS) {
      const data = fromHex(ciphertext);
      const plaintext = await decryptWith(cipher, data);
      plaintext?.fill(0);
      expect(toHex(data)).toBe(ciphertext);
    }
  });
});

describe("ivBytes", () => {
  it("is the block's size, or nothing for a stream cipher", () => {
    expect(OPENSSL_CIPHERTEXTS.map(([, cipher]) => ivBytes(cipher))).toEqual([16, 16, 16, 8, 8, 8, 8, 8, 8, 0, 0]);
  });
});
