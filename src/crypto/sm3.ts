/** SM3 compression (GB/T 32905-2016 section 5.3): the hash of China's suite, which OpenSSL can put into a PFX. */

/** Initial value, GB/T 32905-2016 section 4.1. */
export const SM3_INITIAL_STATE: Int32Array = /* @__PURE__ */ Int32Array.from([
  0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
]);

/** Words of the schedule: W of section 5.3.2, from which W' follows. */
export const SM3_SCHEDULE_WORDS = 68;

/** Folds the 16 words in front of `w` (68 words, the rest is scratch) into `state` (8 words). */
export function compressSm3(state: Int32Array, w: Int32Array): void {
  for (let j = 16; j < SM3_SCHEDULE_WORDS; j++) {
    const x = (w[j - 16] as number) ^ (w[j - 9] as number) ^ rotateLeft(w[j - 3] as number, 15);
    const p1 = x ^ rotateLeft(x, 15) ^ rotateLeft(x, 23);
    w[j] = p1 ^ rotateLeft(w[j - 13] as number, 7) ^ (w[j - 6] as number);
  }
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let f = state[5] as number;
  let g = state[6] as number;
  let h = state[7] as number;
  for (let j = 0; j < 64; j++) {
    const early = j < 16;
    const t = early ? 0x79cc4519 : 0x7a879d8a;
    const a12 = rotateLeft(a, 12);
    const ss1 = rotateLeft((a12 + e + rotateLeft(t, j % 32)) | 0, 7);
    const ff = early ? a ^ b ^ c : (a & b) | (c & (a | b));
    const gg = early ? e ^ f ^ g : g ^ (e & (f ^ g));
    const wj = w[j] as number;
    const tt1 = (ff + d + (ss1 ^ a12) + (wj ^ (w[j + 4] as number))) | 0;
    const tt2 = (gg + h + ss1 + wj) | 0;
    d = c;
    c = rotateLeft(b, 9);
    b = a;
    a = tt1;
    h = g;
    g = rotateLeft(f, 19);
    f = e;
    e = tt2 ^ rotateLeft(tt2, 9) ^ rotateLeft(tt2, 17);
  }
  state[0] = (state[0] as number) ^ a;
  state[1] = (state[1] as number) ^ b;
  state[2] = (state[2] as number) ^ c;
  state[3] = (state[3] as number) ^ d;
  state[4] = (state[4] as number) ^ e;
  state[5] = (state[5] as number) ^ f;
  state[6] = (state[6] as number) ^ g;
  state[7] = (state[7] as number) ^ h;
}

/** A shift by 32 is one by 0 in this language, so that a rotation by 0 comes out right too. */
function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
