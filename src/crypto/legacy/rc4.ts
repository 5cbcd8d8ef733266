/** RC4, the stream cipher of two PKCS#12 schemes (described in RFC 6229). The same call encrypts and decrypts. */

import { requireInteger } from "../arguments.js";

/**
 * @param key - 1 to 256 bytes
 * @throws {RangeError} naming `key`
 */
export function rc4(key: Uint8Array, data: Uint8Array): Uint8Array<ArrayBuffer> {
  requireInteger("key.length", key.length, 1, 256);
  const s = new Uint8Array(256);
  for (let i = 0; i < 256; i++) s[i] = i;
  for (let i = 0, j = 0; i < 256; i++) {
    const si = s[i] as number;
    j = (j + si + (key[i % key.length] as number)) & 255;
    s[i] = s[j] as number;
    s[j] = si;
  }
  const output = new Uint8Array(data.length);
  for (let n = 0, i = 0, j = 0; n < data.length; n++) {
    i = (i + 1) & 255;
    const si = s[i] as number;
    j = (j + si) & 255;
    const sj = s[j] as number;
    s[i] = sj;
    s[j] = si;
    output[n] = (data[n] as number) ^ (s[(si + sj) & 255] as number);
  }
  return output;
}
