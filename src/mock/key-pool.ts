/** RSA keys made ahead: generating one takes a tenth of a second, which the answer to addTokenSigningCertificate need not. */
import type { CryptoProvider } from "../crypto/provider.js";
import { isRsa2048, RSA_2048, withGenerateKey } from "./rsa-2048.js";

/** A provider with a stock of key pairs. */
export interface KeyPool {
  /** As the one below it, but that `generateKey` for RSA-2048 takes a pair of the stock where there is one. */
  readonly provider: CryptoProvider;
  /** Fills the stock up, one key after the other; settles when it is full or a key could not be made. */
  readonly fill: () => Promise<void>;
  /** Makes no more; what lies ready is still given out. A process that ends waits for at most one key. */
  readonly stop: () => void;
  /** How many pairs lie ready. */
  readonly ready: () => number;
}

/** More would be time and memory that nobody asked for. */
const MOST_KEYS = 1_000;

/**
 * A pool that is empty until `fill` is called; each pair that is taken is replaced in the background. Every pair is given
 * out once. Nothing here keeps a process alive but the making of one key.
 * @param provider - any WebCrypto; its keys are its own
 * @param size - how many pairs to keep ready
 * @throws {RangeError} naming `size`
 */
export function createKeyPool(provider: CryptoProvider, size = 4): KeyPool {
  if (!Number.isInteger(size) || size < 0 || size > MOST_KEYS) {
    throw new RangeError(`"size" expected an integer from 0 to ${MOST_KEYS}, got ${size}`);
  }
  const stock: CryptoKeyPair[] = [];
  let filling: Promise<void> | undefined;
  let isStopped = false;

  const refill = async (): Promise<void> => {
    try {
      while (stock.length < size && !isStopped)
        stock.push(await provider.subtle.generateKey(RSA_2048, true, ["sign", "verify"]));
    } catch {
      // Whoever asks for a key next is told by the provider itself.
    } finally {
      filling = undefined;
    }
  };
  const fill = (): Promise<void> => {
    filling ??= refill();
    return filling;
  };
  const generateKey = (...args: Parameters<SubtleCrypto["generateKey"]>): Promise<CryptoKeyPair | CryptoKey> => {
    const pair = isRsa2048(...args) ? stock.shift() : undefined;
    if (pair === undefined) return provider.subtle.generateKey(...args);
    void fill();
    return Promise.resolve(pair);
  };
  return {
    provider: { subtle: withGenerateKey(provider.subtle, generateKey) },
    fill,
    stop: () => {
      isStopped = true;
    },
    ready: () => stock.length,
  };
}
