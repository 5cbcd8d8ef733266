/** Hash functions by name: SHA-1, SHA-2 and SM3 are ours, MD5, SHA-3 and RIPEMD-160 come from @noble/hashes. */

import { md5, ripemd160 } from "@noble/hashes/legacy.js";
import { sha3_224, sha3_256, sha3_384, sha3_512 } from "@noble/hashes/sha3.js";
import type { HashFunction } from "./hash-function.js";
import { merkleDamgard } from "./merkle-damgard.js";
import { nobleHash } from "./noble-hash.js";
import { compressSha1, SHA1_INITIAL_STATE } from "./sha1.js";
import { SQUARE_ROOTS } from "./sha2-constants.js";
import { compressSha256 } from "./sha256.js";
import { compressSha512, SHA512_224_INITIAL_STATE, SHA512_256_INITIAL_STATE, SHA512_SCHEDULE_WORDS } from "./sha512.js";
import { compressSm3, SM3_INITIAL_STATE, SM3_SCHEDULE_WORDS } from "./sm3.js";

/** Every hash function that a PFX can name and this toolkit can compute, spelt as its standard does. */
export type HashName =
  | "MD5"
  | "SHA-1"
  | "SHA-224"
  | "SHA-256"
  | "SHA-384"
  | "SHA-512"
  | "SHA-512/224"
  | "SHA-512/256"
  | "SHA3-224"
  | "SHA3-256"
  | "SHA3-384"
  | "SHA3-512"
  | "RIPEMD-160"
  | "SM3";

/** Block of SHA-1 and SHA-256 in words; their compression needs no scratch space behind it. */
const WORDS_OF_64_BYTES = 16;

/** The hash function in the shape that the derivations of this room work with. */
export function hashFunction(name: HashName): HashFunction {
  switch (name) {
    case "MD5":
      return nobleHash(md5);
    case "SHA-1":
      return merkleDamgard({
        outputBytes: 20,
        blockBytes: 64,
        initialState: SHA1_INITIAL_STATE,
        scheduleWords: WORDS_OF_64_BYTES,
        compress: compressSha1,
      });
    case "SHA-224":
      return sha2Of32Bits(
        28,
        SQUARE_ROOTS.filter((_, i) => i >= 16 && i % 2 === 1),
      );
    case "SHA-256":
      return sha2Of32Bits(
        32,
        SQUARE_ROOTS.filter((_, i) => i < 16 && i % 2 === 0),
      );
    case "SHA-384":
      return sha2Of64Bits(48, SQUARE_ROOTS.subarray(16));
    case "SHA-512":
      return sha2Of64Bits(64, SQUARE_ROOTS.subarray(0, 16));
    case "SHA-512/224":
      return sha2Of64Bits(28, SHA512_224_INITIAL_STATE);
    case "SHA-512/256":
      return sha2Of64Bits(32, SHA512_256_INITIAL_STATE);
    case "SHA3-224":
      return nobleHash(sha3_224);
    case "SHA3-256":
      return nobleHash(sha3_256);
    case "SHA3-384":
      return nobleHash(sha3_384);
    case "SHA3-512":
      return nobleHash(sha3_512);
    case "RIPEMD-160":
      return nobleHash(ripemd160);
    case "SM3":
      return merkleDamgard({
        outputBytes: 32,
        blockBytes: 64,
        initialState: SM3_INITIAL_STATE,
        scheduleWords: SM3_SCHEDULE_WORDS,
        compress: compressSm3,
      });
  }
}

function sha2Of32Bits(outputBytes: number, initialState: Int32Array): HashFunction {
  const scheduleWords = WORDS_OF_64_BYTES;
  return merkleDamgard({ outputBytes, blockBytes: 64, initialState, scheduleWords, compress: compressSha256 });
}

function sha2Of64Bits(outputBytes: number, initialState: Int32Array): HashFunction {
  const scheduleWords = SHA512_SCHEDULE_WORDS;
  return merkleDamgard({ outputBytes, blockBytes: 128, initialState, scheduleWords, compress: compressSha512 });
}

/** Sizes in bytes: of the digest, and of the input block (B of RFC 2104, v / 8 of RFC 7292 Appendix B). */
export function hashParameters(name: HashName): { readonly outputBytes: number; readonly blockBytes: number } {
  const { outputBytes, blockBytes } = hashFunction(name);
  return { outputBytes, blockBytes };
}

/** Digest of a whole message, at once and on this thread. */
export function digest(name: HashName, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const hash = hashFunction(name);
  const out = new Uint8Array(hash.outputBytes);
  hash.after(new Uint8Array(0))(bytes, out);
  return out;
}
