/** What key derivations cost, in one unit for all: an iteration of RFC 7292 App. B over SHA-1, a fifth of a microsecond. */
import { ivBytes } from "../crypto/cipher.js";
import type { HashName } from "../crypto/hash.js";
import { hashParameters } from "../crypto/hash.js";
import { isWebCryptoHash } from "../crypto/hmac.js";
import type { KeyDerivationFunc } from "../crypto/pbes2.js";
import type { EncryptionAlgorithm } from "./encryption-algorithm.js";
import type { MacData } from "./mac-data.js";

/**
 * One run of each hash function over one block, as measured in V8 and rounded. The limit on iterations would bound no time
 * without it: those of SHA-3 take thirty times as long as those of SHA-1.
 */
const HASH_COST: Readonly<Record<HashName, number>> = {
  "SHA-1": 1,
  "SHA-224": 2,
  "SHA-256": 2,
  SM3: 3,
  MD5: 6,
  "RIPEMD-160": 6,
  "SHA-384": 12,
  "SHA-512": 12,
  "SHA-512/224": 12,
  "SHA-512/256": 12,
  "SHA3-224": 32,
  "SHA3-256": 32,
  "SHA3-384": 32,
  "SHA3-512": 32,
};

/** WebCrypto's PBKDF2 is native code: an iteration of two runs over two blocks costs less than one of ours. */
const NATIVE_COST = { short: 1, long: 2 };

/** One block that scrypt mixes (RFC 7914 section 3). */
const SCRYPT_BLOCK_COST = 2;

/** The derivation of the MAC's key; 0 for one that will not be derived. */
export function macCost({ algorithm }: MacData): number {
  switch (algorithm.kind) {
    case "hmac":
      return algorithm.iterationCount * HASH_COST[algorithm.hash];
    case "pbmac1":
      return keyCost(algorithm.keyDerivationFunc, algorithm.keyDerivationFunc.keyBytes);
    case "unsupported":
      return 0;
  }
}

/** The derivation of the key, and of the initialization vector where that is derived too; 0 as above. */
export function encryptionCost(algorithm: EncryptionAlgorithm): number {
  switch (algorithm.kind) {
    case "pkcs12Pbe": {
      const blocks = blocksOf("SHA-1", algorithm.cipher.keyBytes) + blocksOf("SHA-1", ivBytes(algorithm.cipher));
      return algorithm.iterationCount * HASH_COST["SHA-1"] * blocks;
    }
    case "pbes1":
      return algorithm.iterationCount * HASH_COST[algorithm.hash];
    case "pbes2":
      return keyCost(algorithm.keyDerivationFunc, algorithm.cipher.keyBytes);
    case "unsupported":
      return 0;
  }
}

function keyCost(func: KeyDerivationFunc, keyBytes: number): number {
  if (func.kind === "scrypt") {
    return 2 * func.costParameter * func.blockSize * func.parallelizationParameter * SCRYPT_BLOCK_COST;
  }
  const { prf, iterationCount } = func;
  const blocks = blocksOf(prf, keyBytes);
  if (!isWebCryptoHash(prf)) return iterationCount * blocks * (2 * HASH_COST[prf] + 1);
  return iterationCount * (hashParameters(prf).blockBytes > 64 ? NATIVE_COST.long : NATIVE_COST.short);
}

function blocksOf(hash: HashName, bytes: number): number {
  return Math.ceil(bytes / hashParameters(hash).outputBytes);
}
