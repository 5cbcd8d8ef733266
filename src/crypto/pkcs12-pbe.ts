/** The encryption schemes of PKCS#12 itself (RFC 7292 Appendix C): pbeWithSHAAnd... with RC4, Triple DES and RC2. */

import type { Cipher } from "./cipher.js";
import { decrypt, ivBytes } from "./cipher.js";
import type { Derivations } from "./derivations.js";
import { createDerivations } from "./derivations.js";
import type { CryptoProvider } from "./provider.js";

/** pkcs-12PbeParams, the cipher that the scheme's identifier names, and what is to be decrypted. */
export interface Pkcs12PbeParameters {
  readonly cipher: Cipher;
  readonly salt: Uint8Array;
  readonly iterationCount: number;
  /** A BMPString with its terminator. */
  readonly password: Uint8Array;
  readonly data: Uint8Array;
  readonly provider: CryptoProvider;
  readonly signal?: AbortSignal | undefined;
  /** Where derivations are shared; a store for this call alone if absent. */
  readonly derive?: Derivations | undefined;
}

/**
 * Derives key (id 1) and initialization vector (id 2; none for RC4) with SHA-1 and decrypts.
 * @returns the plaintext, or `undefined` where the padding does not fit: see {@link decrypt}
 * @throws {RangeError} naming `iterationCount`
 * @throws the reason of `signal` once it is aborted
 */
export async function decryptPkcs12Pbe(parameters: Pkcs12PbeParameters): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { cipher, salt, iterationCount, password, data, provider, signal } = parameters;
  const derive = parameters.derive ?? createDerivations(provider, signal);
  const shared = { hash: "SHA-1", password, salt, iterationCount } as const;
  const ivLength = ivBytes(cipher);
  const [key, iv] = await Promise.all([
    derive.pkcs12({ ...shared, id: 1, length: cipher.keyBytes }),
    ivLength === 0 ? new Uint8Array(0) : derive.pkcs12({ ...shared, id: 2, length: ivLength }),
  ]);
  return decrypt(cipher, { key, iv, data, provider });
}
