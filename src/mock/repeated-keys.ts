/** Few RSA keys for many certificates: a test that mints a thousand need not wait for a thousand keys. */
import type { CryptoProvider } from "../crypto/provider.js";
import { isRsa2048, RSA_2048, withGenerateKey } from "./rsa-2048.js";

/** More are no quicker than new ones. */
const MOST_KEYS = 100;

/**
 * A provider as the one below it, but that `generateKey` for RSA-2048 makes `size` pairs and then gives them out again in
 * turn. For tests: certificates of one key differ in all but that, serial number and thumbprint included. Never for
 * certificates that anybody relies on.
 * @param provider - any WebCrypto; its keys are its own
 * @param size - how many pairs there are
 * @throws {RangeError} naming `size`
 */
export function repeatKeys(provider: CryptoProvider, size = 2): CryptoProvider {
  if (!Number.isInteger(size) || size < 1 || size > MOST_KEYS) {
    throw new RangeError(`"size" expected an integer from 1 to ${MOST_KEYS}, got ${size}`);
  }
  const made: Promise<CryptoKeyPair>[] = [];
  let turn = 0;
  const generateKey = (...args: Parameters<SubtleCrypto["generateKey"]>): Promise<CryptoKeyPair | CryptoKey> => {
    if (!isRsa2048(...args)) return provider.subtle.generateKey(...args);
    const index = turn++ % size;
    // A key that could not be made is tried again by whoever asks next in its place.
    made[index] ??= provider.subtle.generateKey(RSA_2048, true, ["sign", "verify"]).catch((error: unknown) => {
      delete made[index];
      throw error;
    });
    return made[index];
  };
  return { subtle: withGenerateKey(provider.subtle, generateKey, exportOnce(provider.subtle)) };
}

/** DER is worked out once for each key and given out as a copy; other formats are left to the object. */
function exportOnce(subtle: SubtleCrypto): (format: KeyFormat, key: CryptoKey) => Promise<ArrayBuffer | JsonWebKey> {
  const known = { spki: new WeakMap<CryptoKey, ArrayBuffer>(), pkcs8: new WeakMap<CryptoKey, ArrayBuffer>() };
  return async (format, key) => {
    if (format !== "spki" && format !== "pkcs8") return await subtle.exportKey(format as "jwk", key);
    const found = known[format].get(key) ?? (await subtle.exportKey(format, key));
    known[format].set(key, found);
    return found.slice(0);
  };
}
