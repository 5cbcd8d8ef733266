/** RC2 (RFC 2268), decryption only: nothing new should be encrypted with it. */

import { decodeHex } from "../../bytes/hex.js";
import { requireInteger } from "../arguments.js";
import type { BlockDecryptor } from "../cbc.js";

/** PITABLE of RFC 2268 section 2 in hexadecimal: a permutation of 0..255 made from the digits of pi. */
const PI_TABLE =
  "d978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2" +
  "179a59f587b34f1361456d8d09817d32bd8f40eb86b77b0bf09521225c6b4e82" +
  "54d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626" +
  "6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed7" +
  "08e8eade8052eef784aa72ac354d6a2a961ad2715a1549744b9fd05e0418a4ec" +
  "c2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731" +
  "2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a9" +
  "0d38341bab33ffb0bb480c5fb9b1cd2ec5f3db47e5a59c770aa62068fe7fc1ad";

/**
 * @param key - 1 to 128 bytes
 * @param effectiveKeyBits - 1 to 1024, the strength to which the expanded key is cut down
 * @throws {RangeError} naming `key.length` or `effectiveKeyBits`
 */
export function createRc2(key: Uint8Array, effectiveKeyBits: number): BlockDecryptor {
  requireInteger("key.length", key.length, 1, 128);
  requireInteger("effectiveKeyBits", effectiveKeyBits, 1, 1024);
  const k = expandKey(key, effectiveKeyBits);
  return {
    blockBytes: 8,
    // Section 4: four 16-bit words, low octet first; the mixing rounds backwards.
    decryptBlock(input, from, output, to) {
      let r0 = (input[from] as number) | ((input[from + 1] as number) << 8);
      let r1 = (input[from + 2] as number) | ((input[from + 3] as number) << 8);
      let r2 = (input[from + 4] as number) | ((input[from + 5] as number) << 8);
      let r3 = (input[from + 6] as number) | ((input[from + 7] as number) << 8);
      for (let j = 60; j >= 0; j -= 4) {
        r3 = ((r3 >>> 5) | (r3 << 11)) - (k[j + 3] as number) - (r2 & r1) - (~r2 & r0);
        r3 &= 0xffff;
        r2 = ((r2 >>> 3) | (r2 << 13)) - (k[j + 2] as number) - (r1 & r0) - (~r1 & r3);
        r2 &= 0xffff;
        r1 = ((r1 >>> 2) | (r1 << 14)) - (k[j + 1] as number) - (r0 & r3) - (~r0 & r2);
        r1 &= 0xffff;
        r0 = ((r0 >>> 1) | (r0 << 15)) - (k[j] as number) - (r3 & r2) - (~r3 & r1);
        r0 &= 0xffff;
        // Five mixing rounds, a mashing round, six, a mashing round, five.
        if (j === 44 || j === 20) {
          r3 = (r3 - (k[r2 & 63] as number)) & 0xffff;
          r2 = (r2 - (k[r1 & 63] as number)) & 0xffff;
          r1 = (r1 - (k[r0 & 63] as number)) & 0xffff;
          r0 = (r0 - (k[r3 & 63] as number)) & 0xffff;
        }
      }
      output[to] = r0;
      output[to + 1] = r0 >>> 8;
      output[to + 2] = r1;
      output[to + 3] = r1 >>> 8;
      output[to + 4] = r2;
      output[to + 5] = r2 >>> 8;
      output[to + 6] = r3;
      output[to + 7] = r3 >>> 8;
    },
  };
}

/** Section 2: 64 words of 16 bits, of which only `effectiveKeyBits` bits are free. */
function expandKey(key: Uint8Array, effectiveKeyBits: number): Uint16Array {
  const pi = decodeHex(PI_TABLE, "PITABLE");
  const effectiveBytes = Math.ceil(effectiveKeyBits / 8);
  const mask = 0xff >> (8 * effectiveBytes - effectiveKeyBits);
  const l = new Uint8Array(128);
  l.set(key);
  for (let i = key.length; i < 128; i++) {
    l[i] = pi[((l[i - 1] as number) + (l[i - key.length] as number)) & 0xff] as number;
  }
  const cut = 128 - effectiveBytes;
  l[cut] = pi[(l[cut] as number) & mask] as number;
  for (let i = cut - 1; i >= 0; i--) {
    l[i] = pi[(l[i + 1] as number) ^ (l[i + effectiveBytes] as number)] as number;
  }
  return Uint16Array.from({ length: 64 }, (_, i) => (l[2 * i] as number) | ((l[2 * i + 1] as number) << 8));
}
