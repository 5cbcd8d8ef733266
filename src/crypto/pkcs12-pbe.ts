/** The encryption schemes of PKCS#12 itself (RFC 7292 Appendix C): pbeWithSHAAnd... with RC4, Triple DES and RC2. */

import type { Cipher } from "./cipher.js";
import { decrypt, ivBytes } from "./cipher.js";
import type { Derivations } from "./derivations.js";
import { createDerivations } from "./derivations.js";
import { encrypt } from "./encrypt.js";
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
  const { cipher, data, provider, signal } = parameters;
  const derive = parameters.derive ?? createDerivations(provider, signal);
  const [key, iv] = await deriveKeyAndIv(parameters, derive);
  return decrypt(cipher, { key, iv, data, provider });
}

/** As {@link Pkcs12PbeParameters}, to encrypt with. */
export interface Pkcs12PbeEncryption
  extends Pick<Pkcs12PbeParameters, "salt" | "iterationCount" | "password" | "provider"> {
  readonly cipher: Extract<Cipher, { readonly name: "DES-EDE3-CBC" }>;
  /** A promise of it is waited for while key and initialization vector are derived. */
  readonly data: Uint8Array | Promise<Uint8Array>;
  readonly derive: Derivations;
}

/**
 * Derives key and initialization vector with SHA-1 and encrypts.
 * @throws {RangeError} naming `iterationCount`
 * @throws the reason of the derivations' signal once it is aborted
 */
export async function encryptPkcs12Pbe(parameters: Pkcs12PbeEncryption): Promise<Uint8Array<ArrayBuffer>> {
  const { cipher, provider, derive } = parameters;
  const [[key, iv], data] = await Promise.all([deriveKeyAndIv(parameters, derive), parameters.data]);
  return encrypt(cipher, { key, iv, data, provider });
}

function deriveKeyAndIv(
  { cipher, salt, iterationCount, password }: Omit<Pkcs12PbeParameters, "data" | "provider">,
  derive: Derivations,
): Promise<[key: Uint8Array, iv: Uint8Array]> {
  const shared = { hash: "SHA-1", password, salt, iterationCount } as const;
  const ivLength = ivBytes(cipher);
  return Promise.all([
    derive.pkcs12({ ...shared, id: 1, length: cipher.keyBytes }),
    ivLength === 0 ? new Uint8Array(0) : derive.pkcs12({ ...shared, id: 2, length: ivLength }),
  ]);
}
