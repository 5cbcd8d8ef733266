/**
 * AES decryption (FIPS 197) for what a runtime's WebCrypto refuses: Chromium takes no 192-bit keys. Written to be small;
 * the tables are made from their definitions when a key is set.
 */

import type { BlockDecryptor } from "./cbc.js";

const BLOCK_BYTES = 16;

interface Tables {
  /** FIPS 197 section 5.1.1. */
  readonly sBox: Uint8Array;
  readonly inverseSBox: Uint8Array;
  /** What InvSubBytes and InvMixColumns make of a byte in the first row of a column; in lower rows it is rotated. */
  readonly columns: Int32Array;
}

/**
 * @param key - 16, 24 or 32 bytes
 * @throws {RangeError} naming `key.length`
 */
export function createAesDecryptor(key: Uint8Array): BlockDecryptor {
  if (key.length !== 16 && key.length !== 24 && key.length !== 32) {
    throw new RangeError(`"key.length" expected 16, 24 or 32, got ${key.length}`);
  }
  const tables = buildTables();
  const { columns, inverseSBox } = tables;
  const keys = expandKey(key, tables);
  // A word is a column of the state, its first row in the highest octet.
  let state = new Int32Array(4);
  let next = new Int32Array(4);
  return {
    blockBytes: BLOCK_BYTES,
    // The equivalent inverse cipher, section 5.3.5.
    decryptBlock(input, from, output, to) {
      let k = keys.length - 4;
      for (let c = 0; c < 4; c++) state[c] = readWord(input, from + 4 * c) ^ (keys[k + c] as number);
      for (k -= 4; k > 0; k -= 4) {
        for (let c = 0; c < 4; c++) {
          next[c] =
            (columns[(state[c] as number) >>> 24] as number) ^
            rotateRight(columns[((state[(c + 3) & 3] as number) >>> 16) & 255] as number, 8) ^
            rotateRight(columns[((state[(c + 2) & 3] as number) >>> 8) & 255] as number, 16) ^
            rotateRight(columns[(state[(c + 1) & 3] as number) & 255] as number, 24) ^
            (keys[k + c] as number);
        }
        [state, next] = [next, state];
      }
      // The last round has no InvMixColumns.
      for (let i = 0; i < BLOCK_BYTES; i++) {
        const shift = 24 - 8 * (i & 3);
        const column = state[((i >> 2) - (i & 3)) & 3] as number;
        output[to + i] = (inverseSBox[(column >>> shift) & 255] as number) ^ ((keys[i >> 2] as number) >>> shift);
      }
    },
  };
}

/** Round keys (section 5.2), those between the first and the last passed through InvMixColumns. */
function expandKey(key: Uint8Array, { sBox, columns }: Tables): Int32Array {
  const keyWords = key.length / 4;
  const keys = new Int32Array(4 * (keyWords + 7));
  const mapBytes = (word: number, map: (byte: number) => number): number =>
    map(word >>> 24) ^
    rotateRight(map((word >>> 16) & 255), 8) ^
    rotateRight(map((word >>> 8) & 255), 16) ^
    rotateRight(map(word & 255), 24);
  const substitute = (byte: number): number => (sBox[byte] as number) << 24;
  for (let i = 0; i < keyWords; i++) keys[i] = readWord(key, 4 * i);
  for (let i = keyWords, roundConstant = 1; i < keys.length; i++) {
    let word = keys[i - 1] as number;
    if (i % keyWords === 0) {
      word = mapBytes(rotateRight(word, 24), substitute) ^ (roundConstant << 24);
      roundConstant = double(roundConstant);
    } else if (keyWords === 8 && i % 8 === 4) {
      word = mapBytes(word, substitute);
    }
    keys[i] = (keys[i - keyWords] as number) ^ word;
  }
  // `columns` undoes SubBytes as well, so that is done first.
  const inverseMix = (byte: number): number => columns[sBox[byte] as number] as number;
  return keys.map((word, i) => (i < 4 || i >= keys.length - 4 ? word : mapBytes(word, inverseMix)));
}

function buildTables(): Tables {
  const sBox = new Uint8Array(256);
  const inverseSBox = new Uint8Array(256);
  const columns = new Int32Array(256);
  function fill(byte: number, inverse: number): void {
    // The affine transformation of section 5.1.1: the inverse added to four of its rotations.
    const twice = inverse * 0x101;
    const substituted = (0x63 ^ twice ^ (twice >> 4) ^ (twice >> 5) ^ (twice >> 6) ^ (twice >> 7)) & 255;
    sBox[byte] = substituted;
    inverseSBox[substituted] = byte;
    // The column 0e 09 0d 0b of section 5.3.3, times the byte.
    const by2 = double(byte);
    const by4 = double(by2);
    const by8 = double(by4);
    columns[substituted] =
      ((by8 ^ by4 ^ by2) << 24) | ((by8 ^ byte) << 16) | ((by8 ^ by4 ^ byte) << 8) | (by8 ^ by2 ^ byte);
  }
  // Every byte but 0 is a power of 3, and the inverse of 3^n is 3^(255 - n).
  const powers = new Uint8Array(256);
  for (let n = 0, power = 1; n < 256; n++) {
    powers[n] = power;
    power ^= double(power);
  }
  for (let n = 0; n < 255; n++) fill(powers[n] as number, powers[255 - n] as number);
  fill(0, 0);
  return { sBox, inverseSBox, columns };
}

/** Multiplication by 2 in GF(2^8), modulo x^8 + x^4 + x^3 + x + 1 (section 4.2). */
function double(byte: number): number {
  return (byte << 1) ^ (byte & 0x80 ? 0x11b : 0);
}

function rotateRight(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

function readWord(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] as number) << 24) |
    ((bytes[at + 1] as number) << 16) |
    ((bytes[at + 2] as number) << 8) |
    (bytes[at + 3] as number)
  );
}
