/** PBES2 (RFC 8018 section 6.2): a key derivation function and an encryption scheme, both named by the file. */

import { MalformedError } from "../errors.js";
import type { Cipher } from "./cipher.js";
import { decrypt } from "./cipher.js";
import type { Derivations } from "./derivations.js";
import { createDerivations } from "./derivations.js";
import type { EncryptionCipher } from "./encrypt.js";
import { encrypt } from "./encrypt.js";
import type { HashName } from "./hash.js";
import type { CryptoProvider } from "./provider.js";
import type { ScryptCost } from "./scrypt.js";

/** PBKDF2-params (RFC 8018 Appendix A.2). */
export interface Pbkdf2Func {
  readonly kind: "pbkdf2";
  readonly prf: HashName;
  readonly salt: Uint8Array;
  readonly iterationCount: number;
  /** `keyLength`, if the file states it; else the cipher implies it. */
  readonly keyBytes?: number | undefined;
}

/** scrypt-params (RFC 7914 section 7.1). */
export interface ScryptFunc extends ScryptCost {
  readonly kind: "scrypt";
  readonly salt: Uint8Array;
  /** `keyLength`, if the file states it; else the cipher implies it. */
  readonly keyBytes?: number | undefined;
}

/** A key derivation function that is implemented, with its parameters. */
export type KeyDerivationFunc = Pbkdf2Func | ScryptFunc;

/** PBES2-params, and what is to be decrypted. */
export interface Pbes2Parameters {
  readonly keyDerivationFunc: KeyDerivationFunc;
  readonly encryptionScheme: { readonly cipher: Cipher; readonly iv: Uint8Array };
  /** In UTF-8. */
  readonly password: Uint8Array;
  readonly data: Uint8Array;
  readonly provider: CryptoProvider;
  readonly signal?: AbortSignal | undefined;
  /** Where derivations are shared; a store for this call alone if absent. */
  readonly derive?: Derivations | undefined;
  /** Place in the input for errors. */
  readonly at?: string | undefined;
}

/**
 * Derives the key, as long as the cipher's, and decrypts. Does not limit what a derivation costs.
 * @returns the plaintext, or `undefined` where the padding does not fit: see {@link decrypt}
 * @throws {MalformedError} `ERR_CRYPTO_PARAMETERS` where the derivation's stated key length is not the cipher's
 * @throws {RangeError} naming the argument, for counts and lengths that no derivation takes
 * @throws the reason of `signal` once it is aborted
 */
export async function decryptPbes2(parameters: Pbes2Parameters): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { keyDerivationFunc, encryptionScheme, password, data, provider, signal } = parameters;
  const { cipher, iv } = encryptionScheme;
  const { keyBytes } = keyDerivationFunc;
  if (keyBytes !== undefined && keyBytes !== cipher.keyBytes) {
    throw new MalformedError(`a key of ${keyBytes} octets is derived for a cipher that takes ${cipher.keyBytes}`, {
      code: "ERR_CRYPTO_PARAMETERS",
      at: parameters.at ?? "encryptionAlgorithm",
    });
  }
  const derive = parameters.derive ?? createDerivations(provider, signal);
  const wanted = { password, length: cipher.keyBytes };
  const key =
    keyDerivationFunc.kind === "pbkdf2"
      ? await derive.pbkdf2({ ...keyDerivationFunc, ...wanted })
      : await derive.scrypt({ ...keyDerivationFunc, ...wanted });
  return decrypt(cipher, { key, iv, data, provider });
}

/** PBES2-params with PBKDF2, and what is to be encrypted. */
export interface Pbes2Encryption {
  readonly keyDerivationFunc: Pbkdf2Func;
  readonly encryptionScheme: { readonly cipher: EncryptionCipher; readonly iv: Uint8Array };
  /** In UTF-8. */
  readonly password: Uint8Array;
  /** A promise of it is waited for while the key is derived. */
  readonly data: Uint8Array | Promise<Uint8Array>;
  readonly provider: CryptoProvider;
  readonly derive: Derivations;
}

/**
 * Derives the key, as long as the cipher's, and encrypts.
 * @throws {RangeError} naming the argument, for counts and lengths that no derivation takes
 * @throws the reason of the derivations' signal once it is aborted
 */
export async function encryptPbes2(parameters: Pbes2Encryption): Promise<Uint8Array<ArrayBuffer>> {
  const { keyDerivationFunc, encryptionScheme, password, data, provider, derive } = parameters;
  const { cipher, iv } = encryptionScheme;
  const wanted = derive.pbkdf2({ ...keyDerivationFunc, password, length: cipher.keyBytes });
  const [key, plaintext] = await Promise.all([wanted, data]);
  return encrypt(cipher, { key, iv, data: plaintext, provider });
}
