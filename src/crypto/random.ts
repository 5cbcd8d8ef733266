/** Where random octets come from: an argument everywhere, so that tests are exact. */
import { UnsupportedError } from "../errors.js";

/** Gives that many octets, each as hard to guess as the last: salts, serial numbers and passwords are made of them. */
export type RandomSource = (length: number) => Uint8Array;

/** What one call of `getRandomValues` gives at most (Web Cryptography API section 10.1.1). */
const MOST_AT_ONCE = 65_536;

/**
 * Octets of the runtime's own generator.
 * @throws {UnsupportedError} `ERR_CRYPTO_UNAVAILABLE` where there is none
 */
export function randomOctets(length: number): Uint8Array<ArrayBuffer> {
  const crypto = globalThis.crypto as Partial<Crypto> | undefined;
  if (crypto?.getRandomValues === undefined) {
    throw new UnsupportedError("WebCrypto's generator of random octets is missing", {
      code: "ERR_CRYPTO_UNAVAILABLE",
      at: "globalThis.crypto.getRandomValues",
    });
  }
  const octets = new Uint8Array(length);
  for (let offset = 0; offset < length; offset += MOST_AT_ONCE) {
    crypto.getRandomValues(octets.subarray(offset, offset + MOST_AT_ONCE));
  }
  return octets;
}
