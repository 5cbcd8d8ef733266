/** The ciphers that encrypt what is in a PFX, by name: AES through WebCrypto, the old ones through crypto/legacy. */

import { toOwnedBytes } from "../bytes/buffer.js";
import type { BlockDecryptor } from "./cbc.js";
import { decryptCbc } from "./cbc.js";
import { createRc2 } from "./legacy/rc2.js";
import { rc4 } from "./legacy/rc4.js";
import { createDes, createTripleDes } from "./legacy/triple-des.js";
import { removePadding } from "./padding.js";
import type { CryptoProvider } from "./provider.js";

/** A cipher with everything but key, initialization vector and data. */
export type Cipher =
  | { readonly name: "AES-CBC"; readonly keyBytes: 16 | 24 | 32 }
  | { readonly name: "DES-EDE3-CBC"; readonly keyBytes: 16 | 24 }
  | { readonly name: "DES-CBC"; readonly keyBytes: 8 }
  | { readonly name: "RC2-CBC"; readonly keyBytes: number; readonly effectiveKeyBits: number }
  | { readonly name: "RC4"; readonly keyBytes: number };

/** What is decrypted, and with what. */
export interface CipherInput {
  /** `keyBytes` of the cipher. */
  readonly key: Uint8Array;
  /** {@link ivBytes} of the cipher: none for RC4. */
  readonly iv: Uint8Array;
  readonly data: Uint8Array;
  readonly provider: CryptoProvider;
}

const AES_BLOCK_BYTES = 16;
const DES_BLOCK_BYTES = 8;

/** Size of the initialization vector in bytes, which is also that of a block; 0 for RC4, which has neither. */
export function ivBytes(cipher: Cipher): 0 | 8 | 16 {
  if (cipher.name === "RC4") return 0;
  return cipher.name === "AES-CBC" ? AES_BLOCK_BYTES : DES_BLOCK_BYTES;
}

/**
 * Decrypts and takes the padding off (RFC 8018 section 6.1.1).
 * @returns the plaintext; `undefined` where `data` is not made of whole blocks or the padding does not fit, which is how
 * a wrong key shows. RC4 has no padding and always gives something. One wrong key in about 256 fits by chance.
 * @throws {RangeError} naming `key` or `iv` where its length is not the cipher's
 */
export async function decrypt(cipher: Cipher, input: CipherInput): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { key, iv, data } = input;
  const blockBytes = ivBytes(cipher);
  if (key.length !== cipher.keyBytes)
    throw new RangeError(`"key" expected ${cipher.keyBytes} bytes, got ${key.length}`);
  if (iv.length !== blockBytes) throw new RangeError(`"iv" expected ${blockBytes} bytes, got ${iv.length}`);
  if (cipher.name === "RC4") return rc4(key, data);
  if (data.length === 0 || data.length % blockBytes !== 0) return undefined;
  if (cipher.name === "AES-CBC") return await decryptAes(input);
  return removePadding(decryptCbc(createBlockDecryptor(cipher, key), iv, data), blockBytes);
}

function createBlockDecryptor(
  cipher: Exclude<Cipher, { readonly name: "AES-CBC" | "RC4" }>,
  key: Uint8Array,
): BlockDecryptor {
  if (cipher.name === "RC2-CBC") return createRc2(key, cipher.effectiveKeyBits);
  return cipher.name === "DES-CBC" ? createDes(key) : createTripleDes(key);
}

/**
 * WebCrypto fails in the same way for a padding that does not fit and for what it cannot do (Chromium has no AES-192),
 * and each runtime with errors of its own; so whatever it refuses is done once more without it, which tells the two apart.
 */
async function decryptAes({ key, iv, data, provider }: CipherInput): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { subtle } = provider;
  try {
    const cryptoKey = await subtle.importKey("raw", toOwnedBytes(key), "AES-CBC", false, ["decrypt"]);
    return new Uint8Array(
      await subtle.decrypt({ name: "AES-CBC", iv: toOwnedBytes(iv) }, cryptoKey, toOwnedBytes(data)),
    );
  } catch {
    // Loaded only now: it builds its tables at import, and most runtimes never need it.
    const { decryptAesCbc } = await import("./aes-cbc.js");
    return removePadding(decryptAesCbc(key, iv, data), AES_BLOCK_BYTES);
  }
}
