/** New private keys, made by WebCrypto. */
import type { CryptoProvider } from "../crypto/provider.js";
import { UnsupportedError } from "../errors.js";
import type { KeyType } from "./key-type.js";

/** A private key that can sign a certificate at once, and both its halves for files. */
export interface SigningKey {
  /** Belongs to the provider that made it: another one refuses it. */
  readonly privateKey: CryptoKey;
  /** The hash that signatures of this key are made with: SHA-384 for P-384, otherwise SHA-256. */
  readonly hash: "SHA-256" | "SHA-384";
  /** SubjectPublicKeyInfo in DER. */
  readonly spki: Uint8Array<ArrayBuffer>;
  /** PrivateKeyInfo (PKCS#8) in DER: secret. */
  readonly pkcs8: Uint8Array<ArrayBuffer>;
}

type KeyAlgorithm = { readonly hash: SigningKey["hash"] } & (RsaHashedKeyGenParams | EcKeyGenParams);

/**
 * Generates a key pair. The private half is extractable, since a file is to be made of it; it is exported here and now,
 * so whoever drops the result has dropped the key.
 * @throws {UnsupportedError} `ERR_CRYPTO_UNAVAILABLE` where the provider cannot make such a key; its error is the `cause`
 */
export async function generateSigningKey(type: KeyType, { subtle }: CryptoProvider): Promise<SigningKey> {
  const algorithm = toAlgorithm(type);
  try {
    const { privateKey, publicKey } = await subtle.generateKey(algorithm, true, ["sign", "verify"]);
    const [spki, pkcs8] = await Promise.all([
      subtle.exportKey("spki", publicKey),
      subtle.exportKey("pkcs8", privateKey),
    ]);
    return { privateKey, hash: algorithm.hash, spki: new Uint8Array(spki), pkcs8: new Uint8Array(pkcs8) };
  } catch (error) {
    throw new UnsupportedError(`this WebCrypto cannot make a key of type ${type}`, {
      code: "ERR_CRYPTO_UNAVAILABLE",
      at: "key",
      cause: error,
    });
  }
}

/** What `generateKey` takes; RSA keys are bound to the hash already here, EC keys only when they sign. */
function toAlgorithm(type: KeyType): KeyAlgorithm {
  switch (type) {
    case "rsa-2048":
      return toRsaAlgorithm(2048);
    case "rsa-3072":
      return toRsaAlgorithm(3072);
    case "rsa-4096":
      return toRsaAlgorithm(4096);
    case "ec-p256":
      return { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
    case "ec-p384":
      return { name: "ECDSA", namedCurve: "P-384", hash: "SHA-384" };
  }
}

function toRsaAlgorithm(modulusLength: number): KeyAlgorithm {
  const publicExponent = Uint8Array.of(1, 0, 1);
  return { name: "RSASSA-PKCS1-v1_5", modulusLength, publicExponent, hash: "SHA-256" };
}
