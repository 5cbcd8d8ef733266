/** The ciphers that a PFX is written with: AES through WebCrypto, Triple DES through crypto/legacy. */
import { toOwnedBytes } from "../bytes/buffer.js";
import { encryptCbc } from "./cbc.js";
import type { Cipher, CipherInput } from "./cipher.js";
import { ivBytes } from "./cipher.js";
import { createTripleDes } from "./legacy/triple-des.js";
import { addPadding } from "./padding.js";

/** A cipher to encrypt with. AES with 192 bits is not among them: Chromium has none, and nobody asks for it. */
export type EncryptionCipher =
  | { readonly name: "AES-CBC"; readonly keyBytes: 16 | 32 }
  | Extract<Cipher, { readonly name: "DES-EDE3-CBC" }>;

/**
 * Pads (RFC 8018 section 6.1.1) and encrypts.
 * @throws {RangeError} naming `key` or `iv` where its length is not the cipher's
 */
export async function encrypt(cipher: EncryptionCipher, input: CipherInput): Promise<Uint8Array<ArrayBuffer>> {
  const { key, iv, data, provider } = input;
  const blockBytes = ivBytes(cipher);
  if (key.length !== cipher.keyBytes)
    throw new RangeError(`"key" expected ${cipher.keyBytes} bytes, got ${key.length}`);
  if (iv.length !== blockBytes) throw new RangeError(`"iv" expected ${blockBytes} bytes, got ${iv.length}`);
  if (cipher.name === "DES-EDE3-CBC") return encryptCbc(createTripleDes(key), iv, addPadding(data, blockBytes));
  const { subtle } = provider;
  const cryptoKey = await subtle.importKey("raw", toOwnedBytes(key), "AES-CBC", false, ["encrypt"]);
  return new Uint8Array(await subtle.encrypt({ name: "AES-CBC", iv: toOwnedBytes(iv) }, cryptoKey, toOwnedBytes(data)));
}
