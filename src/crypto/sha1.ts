/** SHA-1 compression (FIPS 180-4 section 6.1.2), written for the hundred thousands of rounds of a key derivation. */

/** Initial hash value, FIPS 180-4 section 5.3.1. */
export const SHA1_INITIAL_STATE: Int32Array = /* @__PURE__ */ Int32Array.from([
  0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0,
]);

/** Constants of FIPS 180-4 section 4.2.1, one for twenty rounds. */
const K: Int32Array = /* @__PURE__ */ Int32Array.from([0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6]);

/** The functions f of FIPS 180-4 section 4.1.1: Ch, Parity, Maj, Parity. */
function f(phase: number, x: number, y: number, z: number): number {
  if (phase === 0) return z ^ (x & (y ^ z));
  return phase === 2 ? (x & y) | (z & (x | y)) : x ^ y ^ z;
}

/**
 * Folds the 16 words in front of `block` into `state` (5 words).
 *
 * Sixteen rounds a turn, because the message schedule then stays in sixteen local variables: engines keep those in
 * registers and need no bounds checks, which is twice as fast as a schedule in an array. The five working variables
 * change places from round to round by their names, not by copies; after sixteen rounds they are one place off.
 */
export function compressSha1(state: Int32Array, block: Int32Array): void {
  let w0 = block[0] as number;
  let w1 = block[1] as number;
  let w2 = block[2] as number;
  let w3 = block[3] as number;
  let w4 = block[4] as number;
  let w5 = block[5] as number;
  let w6 = block[6] as number;
  let w7 = block[7] as number;
  let w8 = block[8] as number;
  let w9 = block[9] as number;
  let w10 = block[10] as number;
  let w11 = block[11] as number;
  let w12 = block[12] as number;
  let w13 = block[13] as number;
  let w14 = block[14] as number;
  let w15 = block[15] as number;
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let x = 0;
  for (let t = 0; t < 80; t += 16) {
    if (t > 0) {
      x = w0 ^ w2 ^ w8 ^ w13;
      w0 = (x << 1) | (x >>> 31);
      x = w1 ^ w3 ^ w9 ^ w14;
      w1 = (x << 1) | (x >>> 31);
      x = w2 ^ w4 ^ w10 ^ w15;
      w2 = (x << 1) | (x >>> 31);
      x = w3 ^ w5 ^ w11 ^ w0;
      w3 = (x << 1) | (x >>> 31);
      x = w4 ^ w6 ^ w12 ^ w1;
      w4 = (x << 1) | (x >>> 31);
      x = w5 ^ w7 ^ w13 ^ w2;
      w5 = (x << 1) | (x >>> 31);
      x = w6 ^ w8 ^ w14 ^ w3;
      w6 = (x << 1) | (x >>> 31);
      x = w7 ^ w9 ^ w15 ^ w4;
      w7 = (x << 1) | (x >>> 31);
      x = w8 ^ w10 ^ w0 ^ w5;
      w8 = (x << 1) | (x >>> 31);
      x = w9 ^ w11 ^ w1 ^ w6;
      w9 = (x << 1) | (x >>> 31);
      x = w10 ^ w12 ^ w2 ^ w7;
      w10 = (x << 1) | (x >>> 31);
      x = w11 ^ w13 ^ w3 ^ w8;
      w11 = (x << 1) | (x >>> 31);
      x = w12 ^ w14 ^ w4 ^ w9;
      w12 = (x << 1) | (x >>> 31);
      x = w13 ^ w15 ^ w5 ^ w10;
      w13 = (x << 1) | (x >>> 31);
      x = w14 ^ w0 ^ w6 ^ w11;
      w14 = (x << 1) | (x >>> 31);
      x = w15 ^ w1 ^ w7 ^ w12;
      w15 = (x << 1) | (x >>> 31);
    }
    // Twenty rounds share f and K, and every fourth round may begin the next twenty.
    let phase = Math.floor(t / 20);
    let k = K[phase] as number;
    e = (((a << 5) | (a >>> 27)) + f(phase, b, c, d) + e + k + w0) | 0;
    b = (b << 30) | (b >>> 2);
    d = (((e << 5) | (e >>> 27)) + f(phase, a, b, c) + d + k + w1) | 0;
    a = (a << 30) | (a >>> 2);
    c = (((d << 5) | (d >>> 27)) + f(phase, e, a, b) + c + k + w2) | 0;
    e = (e << 30) | (e >>> 2);
    b = (((c << 5) | (c >>> 27)) + f(phase, d, e, a) + b + k + w3) | 0;
    d = (d << 30) | (d >>> 2);
    phase = Math.floor((t + 4) / 20);
    k = K[phase] as number;
    a = (((b << 5) | (b >>> 27)) + f(phase, c, d, e) + a + k + w4) | 0;
    c = (c << 30) | (c >>> 2);
    e = (((a << 5) | (a >>> 27)) + f(phase, b, c, d) + e + k + w5) | 0;
    b = (b << 30) | (b >>> 2);
    d = (((e << 5) | (e >>> 27)) + f(phase, a, b, c) + d + k + w6) | 0;
    a = (a << 30) | (a >>> 2);
    c = (((d << 5) | (d >>> 27)) + f(phase, e, a, b) + c + k + w7) | 0;
    e = (e << 30) | (e >>> 2);
    phase = Math.floor((t + 8) / 20);
    k = K[phase] as number;
    b = (((c << 5) | (c >>> 27)) + f(phase, d, e, a) + b + k + w8) | 0;
    d = (d << 30) | (d >>> 2);
    a = (((b << 5) | (b >>> 27)) + f(phase, c, d, e) + a + k + w9) | 0;
    c = (c << 30) | (c >>> 2);
    e = (((a << 5) | (a >>> 27)) + f(phase, b, c, d) + e + k + w10) | 0;
    b = (b << 30) | (b >>> 2);
    d = (((e << 5) | (e >>> 27)) + f(phase, a, b, c) + d + k + w11) | 0;
    a = (a << 30) | (a >>> 2);
    phase = Math.floor((t + 12) / 20);
    k = K[phase] as number;
    c = (((d << 5) | (d >>> 27)) + f(phase, e, a, b) + c + k + w12) | 0;
    e = (e << 30) | (e >>> 2);
    b = (((c << 5) | (c >>> 27)) + f(phase, d, e, a) + b + k + w13) | 0;
    d = (d << 30) | (d >>> 2);
    a = (((b << 5) | (b >>> 27)) + f(phase, c, d, e) + a + k + w14) | 0;
    c = (c << 30) | (c >>> 2);
    e = (((a << 5) | (a >>> 27)) + f(phase, b, c, d) + e + k + w15) | 0;
    b = (b << 30) | (b >>> 2);
    x = e;
    e = d;
    d = c;
    c = b;
    b = a;
    a = x;
  }
  state[0] = (state[0] as number) + a;
  state[1] = (state[1] as number) + b;
  state[2] = (state[2] as number) + c;
  state[3] = (state[3] as number) + d;
  state[4] = (state[4] as number) + e;
}
