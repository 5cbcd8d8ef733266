/** Which WebCrypto does the work. */

import { UnsupportedError } from "../errors.js";

/** The part of `Crypto` that is needed here; the object of a browser, of Node and of @peculiar/webcrypto all fit. */
export interface CryptoProvider {
  readonly subtle: SubtleCrypto;
}

/**
 * The runtime's own WebCrypto.
 * @throws {UnsupportedError} `ERR_CRYPTO_UNAVAILABLE` where there is none, as on a page that was not loaded over HTTPS
 */
export function defaultProvider(): CryptoProvider {
  // The DOM's types promise what a page without a secure context does not have.
  const crypto = globalThis.crypto as Partial<CryptoProvider> | undefined;
  if (crypto?.subtle === undefined) {
    throw new UnsupportedError("WebCrypto is missing: it needs a secure context (HTTPS or localhost)", {
      code: "ERR_CRYPTO_UNAVAILABLE",
      at: "globalThis.crypto.subtle",
    });
  }
  return { subtle: crypto.subtle };
}
