/** PBES1 (RFC 8018 section 6.1): MD5 or SHA-1 with DES or RC2, from PKCS#5 version 1.5. */

import type { Cipher } from "./cipher.js";
import { decrypt } from "./cipher.js";
import type { Derivations } from "./derivations.js";
import { createDerivations } from "./derivations.js";
import type { CryptoProvider } from "./provider.js";

/** PBEParameter, the algorithms that the scheme's identifier names, and what is to be decrypted. */
export interface Pbes1Parameters {
  readonly hash: "MD5" | "SHA-1";
  /** With a key of 8 bytes. */
  readonly cipher: Extract<Cipher, { readonly name: "DES-CBC" | "RC2-CBC" }>;
  readonly salt: Uint8Array;
  readonly iterationCount: number;
  /** As the writer encoded it; RFC 8018 leaves that open, UTF-8 is usual. */
  readonly password: Uint8Array;
  readonly data: Uint8Array;
  readonly provider: CryptoProvider;
  readonly signal?: AbortSignal | undefined;
  /**
   * Where the initialization vector begins in what is derived: 8, right behind the key, as RFC 8018 has it (default).
   * NSS takes the last eight octets instead, which is the same for MD5 and 12 for SHA-1.
   */
  readonly ivFrom?: 8 | 12 | undefined;
  /** Where derivations are shared; a store for this call alone if absent. */
  readonly derive?: Derivations | undefined;
}

/** Octets that are derived: all that the hash gives, of which sixteen are used. */
const DERIVED_BYTES = { MD5: 16, "SHA-1": 20 } as const;
const KEY_BYTES = 8;
const IV_BYTES = 8;

/**
 * Derives key and initialization vector at once and decrypts.
 * @returns the plaintext, or `undefined` where the padding does not fit: see {@link decrypt}
 * @throws {RangeError} naming `iterationCount`, or `key` for a cipher whose key is not 8 bytes long
 * @throws the reason of `signal` once it is aborted
 */
export async function decryptPbes1(parameters: Pbes1Parameters): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { hash, cipher, salt, iterationCount, password, data, provider, signal, ivFrom = KEY_BYTES } = parameters;
  const derive = parameters.derive ?? createDerivations(provider, signal);
  const derived = await derive.pbkdf1({ hash, password, salt, iterationCount, length: DERIVED_BYTES[hash] });
  const key = derived.subarray(0, KEY_BYTES);
  const iv = derived.subarray(ivFrom, ivFrom + IV_BYTES);
  return decrypt(cipher, { key, iv, data, provider });
}
