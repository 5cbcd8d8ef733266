/**
 * A WebCrypto that works on the thread that asks. A worker thread has nothing else to do: handing two kilobytes to
 * another thread and waiting would only make more threads compete for the same cores.
 */
import type { KeyObject } from "node:crypto";
import { createDecipheriv, createHmac, createSecretKey, pbkdf2Sync } from "node:crypto";
import type { CryptoProvider } from "../crypto/provider.js";

/** OpenSSL's names of the hash functions that WebCrypto has. */
const HASHES: Readonly<Record<string, string>> = {
  "SHA-1": "sha1",
  "SHA-256": "sha256",
  "SHA-384": "sha384",
  "SHA-512": "sha512",
};

interface SyncKey {
  readonly secret: KeyObject;
  /** Of an HMAC key. */
  readonly hash: string | undefined;
}

interface Pbkdf2Params {
  readonly hash: string;
  readonly salt: Uint8Array;
  readonly iterations: number;
}

/** What the room `crypto` asks of WebCrypto, and nothing else: raw keys, PBKDF2, HMAC and AES-CBC. */
const subtle = {
  importKey: (_: "raw", bytes: Uint8Array, algorithm: string | { readonly hash: string }): Promise<SyncKey> =>
    promise(() => ({
      secret: createSecretKey(bytes),
      hash: typeof algorithm === "string" ? undefined : nodeHash(algorithm.hash),
    })),
  deriveBits: ({ hash, salt, iterations }: Pbkdf2Params, { secret }: SyncKey, bits: number): Promise<ArrayBuffer> =>
    promise(() => ownBuffer(pbkdf2Sync(secret.export(), salt, iterations, bits / 8, nodeHash(hash)))),
  sign: (_: "HMAC", { secret, hash = "" }: SyncKey, data: Uint8Array): Promise<ArrayBuffer> =>
    promise(() => ownBuffer(createHmac(hash, secret).update(data).digest())),
  decrypt: ({ iv }: { readonly iv: Uint8Array }, { secret }: SyncKey, data: Uint8Array): Promise<ArrayBuffer> =>
    promise(() => {
      const decipher = createDecipheriv(`aes-${(secret.symmetricKeySize ?? 0) * 8}-cbc`, secret, iv);
      return ownBuffer(Buffer.concat([decipher.update(data), decipher.final()]));
    }),
};

/** What is thrown rejects, as WebCrypto has it. */
function promise<Value>(work: () => Value): Promise<Value> {
  return new Promise((resolve) => resolve(work()));
}

/** The provider; a key that it imports fits no other. */
export const SYNC_PROVIDER: CryptoProvider = { subtle: subtle as unknown as SubtleCrypto };

function nodeHash(name: string): string {
  const hash = HASHES[name];
  if (hash === undefined) throw new Error(`${name} is no hash function of WebCrypto`);
  return hash;
}

/** Node's buffers lie in a pool. */
function ownBuffer(bytes: Buffer): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
