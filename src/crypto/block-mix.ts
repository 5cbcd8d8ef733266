/** The mixing of scrypt (RFC 7914 sections 3 and 4), on 32-bit words. */

/**
 * scryptBlockMix: `input` and `output` are 2 r blocks of 16 words each; those mixed in even places come first.
 */
export function mixBlock(input: Int32Array, output: Int32Array): void {
  const half = input.length / 2;
  const x = input.slice(input.length - 16);
  for (let from = 0; from < input.length; from += 16) {
    for (let i = 0; i < 16; i++) x[i] = (x[i] as number) ^ (input[from + i] as number);
    salsa208(x);
    // Place n goes to n / 2, in the second half if n is odd.
    output.set(x, (from % 32 === 0 ? 0 : half - 8) + from / 2);
  }
}

/** The Salsa20/8 core in place: four times the columns, then the rows. */
function salsa208(block: Int32Array): void {
  let x0 = block[0] as number;
  let x1 = block[1] as number;
  let x2 = block[2] as number;
  let x3 = block[3] as number;
  let x4 = block[4] as number;
  let x5 = block[5] as number;
  let x6 = block[6] as number;
  let x7 = block[7] as number;
  let x8 = block[8] as number;
  let x9 = block[9] as number;
  let x10 = block[10] as number;
  let x11 = block[11] as number;
  let x12 = block[12] as number;
  let x13 = block[13] as number;
  let x14 = block[14] as number;
  let x15 = block[15] as number;
  for (let turn = 0; turn < 4; turn++) {
    x4 ^= rotateLeft(x0 + x12, 7);
    x8 ^= rotateLeft(x4 + x0, 9);
    x12 ^= rotateLeft(x8 + x4, 13);
    x0 ^= rotateLeft(x12 + x8, 18);
    x9 ^= rotateLeft(x5 + x1, 7);
    x13 ^= rotateLeft(x9 + x5, 9);
    x1 ^= rotateLeft(x13 + x9, 13);
    x5 ^= rotateLeft(x1 + x13, 18);
    x14 ^= rotateLeft(x10 + x6, 7);
    x2 ^= rotateLeft(x14 + x10, 9);
    x6 ^= rotateLeft(x2 + x14, 13);
    x10 ^= rotateLeft(x6 + x2, 18);
    x3 ^= rotateLeft(x15 + x11, 7);
    x7 ^= rotateLeft(x3 + x15, 9);
    x11 ^= rotateLeft(x7 + x3, 13);
    x15 ^= rotateLeft(x11 + x7, 18);
    x1 ^= rotateLeft(x0 + x3, 7);
    x2 ^= rotateLeft(x1 + x0, 9);
    x3 ^= rotateLeft(x2 + x1, 13);
    x0 ^= rotateLeft(x3 + x2, 18);
    x6 ^= rotateLeft(x5 + x4, 7);
    x7 ^= rotateLeft(x6 + x5, 9);
    x4 ^= rotateLeft(x7 + x6, 13);
    x5 ^= rotateLeft(x4 + x7, 18);
    x11 ^= rotateLeft(x10 + x9, 7);
    x8 ^= rotateLeft(x11 + x10, 9);
    x9 ^= rotateLeft(x8 + x11, 13);
    x10 ^= rotateLeft(x9 + x8, 18);
    x12 ^= rotateLeft(x15 + x14, 7);
    x13 ^= rotateLeft(x12 + x15, 9);
    x14 ^= rotateLeft(x13 + x12, 13);
    x15 ^= rotateLeft(x14 + x13, 18);
  }
  block[0] = (block[0] as number) + x0;
  block[1] = (block[1] as number) + x1;
  block[2] = (block[2] as number) + x2;
  block[3] = (block[3] as number) + x3;
  block[4] = (block[4] as number) + x4;
  block[5] = (block[5] as number) + x5;
  block[6] = (block[6] as number) + x6;
  block[7] = (block[7] as number) + x7;
  block[8] = (block[8] as number) + x8;
  block[9] = (block[9] as number) + x9;
  block[10] = (block[10] as number) + x10;
  block[11] = (block[11] as number) + x11;
  block[12] = (block[12] as number) + x12;
  block[13] = (block[13] as number) + x13;
  block[14] = (block[14] as number) + x14;
  block[15] = (block[15] as number) + x15;
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
