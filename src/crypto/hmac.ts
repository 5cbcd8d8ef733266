/** HMAC (RFC 2104, FIPS 198-1). */

import { toOwnedBytes } from "../bytes/buffer.js";
import type { HashName } from "./hash.js";
import { hashFunction } from "./hash.js";
import type { Digester } from "./hash-function.js";
import type { CryptoProvider } from "./provider.js";

/** The hash functions that the Web Cryptography API asks of every runtime (MD5, SHA-224 and SHA-3 are not among them). */
const WEB_CRYPTO_HASHES: readonly HashName[] = ["SHA-1", "SHA-256", "SHA-384", "SHA-512"];

/** Whether every WebCrypto knows the hash function under this name. */
export function isWebCryptoHash(name: HashName): boolean {
  return WEB_CRYPTO_HASHES.includes(name);
}

/** So much is hashed here in a fraction of a millisecond; to hand it to WebCrypto's threads and wait takes longer. */
const ON_THREAD_BYTES = 16_384;

/**
 * Computes the HMAC of `data`: on this thread where there is little of it or WebCrypto does not know the hash function, with
 * WebCrypto otherwise.
 * @param key - any length, none included; longer ones than the hash function's block are hashed first
 * @returns as many bytes as the hash function's output; compare them with {@link constantTimeEqual}
 */
export async function hmac(
  hash: HashName,
  key: Uint8Array,
  data: Uint8Array,
  provider: CryptoProvider,
): Promise<Uint8Array<ArrayBuffer>> {
  // WebCrypto refuses to import an empty key.
  if (data.length > ON_THREAD_BYTES && isWebCryptoHash(hash) && key.length > 0) {
    const { subtle } = provider;
    const cryptoKey = await subtle.importKey("raw", toOwnedBytes(key), { name: "HMAC", hash }, false, ["sign"]);
    return new Uint8Array(await subtle.sign("HMAC", cryptoKey, toOwnedBytes(data)));
  }
  const mac = new Uint8Array(hashFunction(hash).outputBytes);
  hmacDigester(hash, key)(data, mac);
  return mac;
}

const INNER_PAD = 0x36;
const OUTER_PAD = 0x5c;

/** HMAC under one key as a function from message to MAC; the key's two blocks are hashed once. */
export function hmacDigester(name: HashName, key: Uint8Array): Digester {
  const hash = hashFunction(name);
  const block = new Uint8Array(hash.blockBytes);
  if (key.length > hash.blockBytes) hash.after(new Uint8Array(0))(key, block);
  else block.set(key);
  const inner = hash.after(block.map((byte) => byte ^ INNER_PAD));
  const outer = hash.after(block.map((byte) => byte ^ OUTER_PAD));
  const innerDigest = new Uint8Array(hash.outputBytes);
  return (message, out) => {
    inner(message, innerDigest);
    outer(innerDigest, out);
  };
}
