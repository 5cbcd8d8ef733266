/** AES-CBC without WebCrypto. */
import { cbc } from "@noble/ciphers/aes.js";

/** Decrypts whole blocks; padding is left in place. */
export function decryptAesCbc(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array {
  return cbc(key, iv, { disablePadding: true }).decrypt(data);
}
