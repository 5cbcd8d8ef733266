/**
 * SHA-512 compression (FIPS 180-4 section 6.4.2), which SHA-384 and SHA-512/t share. A 64-bit word is two 32-bit ones,
 * high before low; sums of low halves are exact as numbers (five of them stay under 2^35), and what is above 2^32 is the
 * carry.
 */

import { CUBE_ROOTS } from "./sha2-constants.js";

/** Initial hash value of SHA-512/224, FIPS 180-4 section 5.3.6.1. */
export const SHA512_224_INITIAL_STATE: Int32Array = /* @__PURE__ */ Int32Array.from([
  0x8c3d37c8, 0x19544da2, 0x73e19966, 0x89dcd4d6, 0x1dfab7ae, 0x32ff9c82, 0x679dd514, 0x582f9fcf, 0x0f6d2b69,
  0x7bd44da8, 0x77e36f73, 0x04c48942, 0x3f9d85a8, 0x6a1d36c8, 0x1112e6ad, 0x91d692a1,
]);

/** Initial hash value of SHA-512/256, FIPS 180-4 section 5.3.6.2. */
export const SHA512_256_INITIAL_STATE: Int32Array = /* @__PURE__ */ Int32Array.from([
  0x22312194, 0xfc2bf72c, 0x9f555fa3, 0xc84c64c2, 0x2393b86b, 0x6f53b151, 0x96387719, 0x5940eabd, 0x96283ee2,
  0xa88effe3, 0xbe5e1e25, 0x53863992, 0x2b0199fc, 0x2c85b8aa, 0x0eb72ddc, 0x81c52ca2,
]);

/** Words of the schedule: eighty of 64 bits. */
export const SHA512_SCHEDULE_WORDS = 160;

const CARRY = 2 ** 32;

/** Folds the 32 words in front of `w` (160 words, the rest is scratch) into `state` (16 words). */
export function compressSha512(state: Int32Array, w: Int32Array): void {
  expandSchedule(w);
  let ah = state[0] as number;
  let al = state[1] as number;
  let bh = state[2] as number;
  let bl = state[3] as number;
  let ch = state[4] as number;
  let cl = state[5] as number;
  let dh = state[6] as number;
  let dl = state[7] as number;
  let eh = state[8] as number;
  let el = state[9] as number;
  let fh = state[10] as number;
  let fl = state[11] as number;
  let gh = state[12] as number;
  let gl = state[13] as number;
  let hh = state[14] as number;
  let hl = state[15] as number;
  for (let t = 0; t < SHA512_SCHEDULE_WORDS; t += 2) {
    // T1 = h + Sigma1(e) + Ch(e, f, g) + K + W
    const s1h = ((eh >>> 14) | (el << 18)) ^ ((eh >>> 18) | (el << 14)) ^ ((el >>> 9) | (eh << 23));
    const s1l = ((el >>> 14) | (eh << 18)) ^ ((el >>> 18) | (eh << 14)) ^ ((eh >>> 9) | (el << 23));
    const chh = gh ^ (eh & (fh ^ gh));
    const chl = gl ^ (el & (fl ^ gl));
    const kl = CUBE_ROOTS[t + 1] as number;
    const wl = w[t + 1] as number;
    const t1l = (hl >>> 0) + (s1l >>> 0) + (chl >>> 0) + (kl >>> 0) + (wl >>> 0);
    const t1h = (hh + s1h + chh + (CUBE_ROOTS[t] as number) + (w[t] as number) + ((t1l / CARRY) | 0)) | 0;
    // T2 = Sigma0(a) + Maj(a, b, c)
    const s0h = ((ah >>> 28) | (al << 4)) ^ ((al >>> 2) | (ah << 30)) ^ ((al >>> 7) | (ah << 25));
    const s0l = ((al >>> 28) | (ah << 4)) ^ ((ah >>> 2) | (al << 30)) ^ ((ah >>> 7) | (al << 25));
    const majh = (ah & bh) | (ch & (ah | bh));
    const majl = (al & bl) | (cl & (al | bl));
    const suml = (t1l >>> 0) + (s0l >>> 0) + (majl >>> 0);
    const sumh = (t1h + s0h + majh + ((suml / CARRY) | 0)) | 0;
    const el2 = (dl >>> 0) + (t1l >>> 0);
    hh = gh;
    hl = gl;
    gh = fh;
    gl = fl;
    fh = eh;
    fl = el;
    eh = (dh + t1h + ((el2 / CARRY) | 0)) | 0;
    el = el2 | 0;
    dh = ch;
    dl = cl;
    ch = bh;
    cl = bl;
    bh = ah;
    bl = al;
    ah = sumh;
    al = suml | 0;
  }

  add(state, 0, ah, al);
  add(state, 2, bh, bl);
  add(state, 4, ch, cl);
  add(state, 6, dh, dl);
  add(state, 8, eh, el);
  add(state, 10, fh, fl);
  add(state, 12, gh, gl);
  add(state, 14, hh, hl);
}

/** W of FIPS 180-4 section 6.4.2 step 1, from t = 16 on. */
function expandSchedule(w: Int32Array): void {
  for (let t = 32; t < SHA512_SCHEDULE_WORDS; t += 2) {
    const xh = w[t - 30] as number;
    const xl = w[t - 29] as number;
    const s0h = ((xh >>> 1) | (xl << 31)) ^ ((xh >>> 8) | (xl << 24)) ^ (xh >>> 7);
    const s0l = ((xl >>> 1) | (xh << 31)) ^ ((xl >>> 8) | (xh << 24)) ^ ((xl >>> 7) | (xh << 25));
    const yh = w[t - 4] as number;
    const yl = w[t - 3] as number;
    const s1h = ((yh >>> 19) | (yl << 13)) ^ ((yl >>> 29) | (yh << 3)) ^ (yh >>> 6);
    const s1l = ((yl >>> 19) | (yh << 13)) ^ ((yh >>> 29) | (yl << 3)) ^ ((yl >>> 6) | (yh << 26));
    const low = ((w[t - 31] as number) >>> 0) + (s0l >>> 0) + ((w[t - 13] as number) >>> 0) + (s1l >>> 0);
    w[t] = (w[t - 32] as number) + s0h + (w[t - 14] as number) + s1h + ((low / CARRY) | 0);
    w[t + 1] = low;
  }
}

function add(state: Int32Array, at: number, high: number, low: number): void {
  const sum = ((state[at + 1] as number) >>> 0) + (low >>> 0);
  state[at] = (state[at] as number) + high + ((sum / CARRY) | 0);
  state[at + 1] = sum;
}
