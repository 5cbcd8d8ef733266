/**
 * The DES block transformation (FIPS 46-3), one or several times over.
 *
 * Two usual savings: S-boxes and P are one table lookup a box (an SP table), and both halves are kept rotated left by
 * one bit between the permutations IP and FP, so that the eight overlapping groups of E are plain six-bit fields.
 */

import { P, PC1, PC2, S_BOXES, SHIFTS } from "./des-tables.js";

/** Words of the round keys of one DES: two a round, the groups of S1 S3 S5 S7 and of S2 S4 S6 S8, an octet each. */
const SCHEDULE_WORDS = 32;

/** Round keys of a key for encryption, first round first (FIPS 46-3 Appendix 1); parity bits are ignored. */
export function desKeySchedule(key: Uint8Array): Int32Array {
  const bits = PC1.map((position) => ((key[(position - 1) >> 3] as number) >> (7 - ((position - 1) & 7))) & 1);
  const schedule = new Int32Array(SCHEDULE_WORDS);
  let shift = 0;
  for (let round = 0; round < 16; round++) {
    shift += SHIFTS[round] as number;
    for (let i = 0; i < 48; i++) {
      const position = (PC2[i] as number) - 1;
      const half = position < 28 ? 0 : 28;
      const bit = bits[half + ((position - half + shift) % 28)] as number;
      const box = Math.floor(i / 6);
      const word = 2 * round + (box % 2);
      // S1 and S2 go to the highest octet; the first bit of a group is its highest.
      schedule[word] = (schedule[word] as number) | (bit << (24 - 8 * (box >> 1) + 5 - (i % 6)));
    }
  }
  return schedule;
}

/** The same round keys in the order that decrypts. */
export function reverseSchedule(schedule: Int32Array): Int32Array {
  return schedule.map((_, i) => schedule[SCHEDULE_WORDS - 2 - (i & ~1) + (i & 1)] as number);
}

/** For each S-box 64 words: what it and P make of a group of six bits, rotated left by one as the halves are. */
export function buildSpTable(): Int32Array {
  const table = new Int32Array(512);
  // Where P and the rotation put each of the 32 bits that come out of the S-boxes, the first bit first.
  const places = new Int32Array(32);
  for (let place = 0; place < 32; place++) places[(P[place] as number) - 1] = (32 - place) % 32;
  for (let box = 0; box < 8; box++) {
    const rows = S_BOXES[box] as string;
    for (let group = 0; group < 64; group++) {
      const row = ((group >> 4) & 2) | (group & 1);
      const value = Number.parseInt(rows.charAt(16 * row + ((group >> 1) & 15)), 16);
      let word = 0;
      for (let bit = 0; bit < 4; bit++) word |= ((value >> (3 - bit)) & 1) << (places[4 * box + bit] as number);
      table[64 * box + group] = word;
    }
  }
  return table;
}

/**
 * Runs one block through DES once for each 32 words of `schedule`. FP and the next IP cancel out, so both are done
 * only once.
 */
export function transformBlock(
  sp: Int32Array,
  schedule: Int32Array,
  input: Uint8Array,
  from: number,
  output: Uint8Array,
  to: number,
): void {
  let l = readWord(input, from);
  let r = readWord(input, from + 4);
  // IP as five exchanges of bits between the halves, the last of them after the rotation.
  let x = ((l >>> 4) ^ r) & 0x0f0f0f0f;
  r ^= x;
  l ^= x << 4;
  x = ((l >>> 16) ^ r) & 0x0000ffff;
  r ^= x;
  l ^= x << 16;
  x = ((r >>> 2) ^ l) & 0x33333333;
  l ^= x;
  r ^= x << 2;
  x = ((r >>> 8) ^ l) & 0x00ff00ff;
  l ^= x;
  r ^= x << 8;
  r = (r << 1) | (r >>> 31);
  x = (l ^ r) & 0xaaaaaaaa;
  l ^= x;
  r ^= x;
  l = (l << 1) | (l >>> 31);

  for (let k = 0; k < schedule.length; ) {
    for (const end = k + SCHEDULE_WORDS; k < end; k += 4) {
      x = ((r >>> 4) | (r << 28)) ^ (schedule[k] as number);
      let y = r ^ (schedule[k + 1] as number);
      l ^=
        (sp[(x >>> 24) & 63] as number) ^
        (sp[64 + ((y >>> 24) & 63)] as number) ^
        (sp[128 + ((x >>> 16) & 63)] as number) ^
        (sp[192 + ((y >>> 16) & 63)] as number) ^
        (sp[256 + ((x >>> 8) & 63)] as number) ^
        (sp[320 + ((y >>> 8) & 63)] as number) ^
        (sp[384 + (x & 63)] as number) ^
        (sp[448 + (y & 63)] as number);
      x = ((l >>> 4) | (l << 28)) ^ (schedule[k + 2] as number);
      y = l ^ (schedule[k + 3] as number);
      r ^=
        (sp[(x >>> 24) & 63] as number) ^
        (sp[64 + ((y >>> 24) & 63)] as number) ^
        (sp[128 + ((x >>> 16) & 63)] as number) ^
        (sp[192 + ((y >>> 16) & 63)] as number) ^
        (sp[256 + ((x >>> 8) & 63)] as number) ^
        (sp[320 + ((y >>> 8) & 63)] as number) ^
        (sp[384 + (x & 63)] as number) ^
        (sp[448 + (y & 63)] as number);
    }
    // The halves of the last round are not exchanged (FIPS 46-3, figure 1), those of all others were by name only.
    x = l;
    l = r;
    r = x;
  }

  // FP: the exchanges backwards.
  l = (l << 31) | (l >>> 1);
  x = (l ^ r) & 0xaaaaaaaa;
  l ^= x;
  r ^= x;
  r = (r << 31) | (r >>> 1);
  x = ((r >>> 8) ^ l) & 0x00ff00ff;
  l ^= x;
  r ^= x << 8;
  x = ((r >>> 2) ^ l) & 0x33333333;
  l ^= x;
  r ^= x << 2;
  x = ((l >>> 16) ^ r) & 0x0000ffff;
  r ^= x;
  l ^= x << 16;
  x = ((l >>> 4) ^ r) & 0x0f0f0f0f;
  r ^= x;
  l ^= x << 4;
  writeWord(output, to, l);
  writeWord(output, to + 4, r);
}

function readWord(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] as number) << 24) |
    ((bytes[at + 1] as number) << 16) |
    ((bytes[at + 2] as number) << 8) |
    (bytes[at + 3] as number)
  );
}

function writeWord(bytes: Uint8Array, at: number, word: number): void {
  bytes[at] = word >>> 24;
  bytes[at + 1] = word >>> 16;
  bytes[at + 2] = word >>> 8;
  bytes[at + 3] = word;
}
