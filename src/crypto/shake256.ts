/** SHAKE256 (FIPS 202 section 6.2), the hash function of Ed448. */
import { shake256 as nobleShake256 } from "@noble/hashes/sha3.js";

/** The first `length` bytes of the output for `message`. */
export function shake256(message: Uint8Array, length: number): Uint8Array {
  return nobleShake256(message, { dkLen: length });
}
