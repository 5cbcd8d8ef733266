/** PBMAC1 (RFC 8018 section 7.1) as PKCS#12 uses it (RFC 9879). */

import { MalformedError } from "../errors.js";
import type { Derivations } from "./derivations.js";
import { createDerivations } from "./derivations.js";
import type { HashName } from "./hash.js";
import { hmac } from "./hmac.js";
import type { CryptoProvider } from "./provider.js";

/**
 * Octets of a PBMAC1 key. RFC 9879: no shorter than 20, or else the key itself could be guessed and any password would
 * do. 64 is the longest output of an HMAC that it names; more would only waste time.
 */
export const PBMAC1_KEY_BYTES = { least: 20, most: 64 } as const;

/** PBMAC1-params with PBKDF2, and what is to be authenticated. */
export interface Pbmac1Parameters {
  readonly keyDerivation: {
    readonly prf: HashName;
    readonly salt: Uint8Array;
    readonly iterationCount: number;
    /** `keyLength` of PBKDF2-params, which PBMAC1 must state: 20..64. */
    readonly keyBytes: number;
  };
  /** The hash function under the HMAC. */
  readonly messageAuthScheme: HashName;
  /** In UTF-8. */
  readonly password: Uint8Array;
  /** The content octets of authSafe. */
  readonly data: Uint8Array;
  readonly provider: CryptoProvider;
  readonly signal?: AbortSignal | undefined;
  /** Where derivations are shared; a store for this call alone if absent. */
  readonly derive?: Derivations | undefined;
}

/**
 * Computes the MAC; does not compare it.
 * @throws {MalformedError} `ERR_CRYPTO_PARAMETERS` at `macData` for a key length outside 20..64
 * @throws {RangeError} naming `iterationCount`
 * @throws the reason of `signal` once it is aborted
 */
export async function computePbmac1(parameters: Pbmac1Parameters): Promise<Uint8Array<ArrayBuffer>> {
  const { keyDerivation, messageAuthScheme, password, data, provider, signal } = parameters;
  const { keyBytes, ...rest } = keyDerivation;
  if (!(keyBytes >= PBMAC1_KEY_BYTES.least && keyBytes <= PBMAC1_KEY_BYTES.most)) {
    throw new MalformedError(
      `a PBMAC1 key has ${PBMAC1_KEY_BYTES.least} to ${PBMAC1_KEY_BYTES.most} octets (RFC 9879), this one ${keyBytes}`,
      { code: "ERR_CRYPTO_PARAMETERS", at: "macData" },
    );
  }
  const derive = parameters.derive ?? createDerivations(provider, signal);
  const key = await derive.pbkdf2({ ...rest, password, length: keyBytes });
  return hmac(messageAuthScheme, key, data, provider);
}
