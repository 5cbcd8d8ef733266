/** Private keys as a PFX holds them (PKCS#8: RFC 5208, RFC 5958): named and measured, without any arithmetic. */
import { decodeBer } from "../asn1/ber.js";
import { isUniversal, readSequence, TAG } from "../asn1/values.js";
import { toOwnedBytes } from "../bytes/buffer.js";
import { ToolkitError } from "../errors.js";
import { rsaIdentity } from "./identity.js";
import { asMalformed } from "./malformed.js";
import type { PrivateKeyInfo } from "./private-key-info.js";
import { decodePrivateKeyInfo } from "./private-key-info.js";
import { readPublicKeyFacts } from "./public-key.js";
import { bitLength } from "./unsigned.js";

/** A private key. */
export interface PrivateKey {
  /** Dotted identifier of the algorithm. */
  readonly oid: string;
  /** What people call it, in the words of `PublicKey.algorithm`. */
  readonly algorithm: string;
  /** In the units of `PublicKey.bits`; `undefined` where not known. */
  readonly bits: number | undefined;
  /**
   * Identity of the public key that the file states beside the private values, where it states one. Where it differs
   * from {@link derivePublicIdentity}'s answer, the key contradicts itself; it is no proof that anybody has the key.
   */
  readonly statedIdentity: string | undefined;
  /** The whole PrivateKeyInfo: secret. */
  readonly pkcs8: Uint8Array<ArrayBuffer>;
  /** The place in the input, for errors. */
  readonly at: string;
}

/**
 * Reads a PrivateKeyInfo or OneAsymmetricKey, DER or BER, of any algorithm. A key whose inside cannot be read keeps its
 * name; deriving its public key is what finds that out.
 * @param at - the place to name in errors
 * @throws {MalformedError} `ERR_X509_PRIVATE_KEY`
 * @throws {LimitError} `ERR_ASN1_LIMIT`
 */
export function parsePrivateKey(pkcs8: Uint8Array, at: string): PrivateKey {
  const owned = toOwnedBytes(pkcs8);
  const info = asMalformed("ERR_X509_PRIVATE_KEY", "a PKCS#8 private key", at, () => decodePrivateKeyInfo(owned, at));
  const { algorithm } = info;
  const stated = algorithm.family === "rsa" ? readRsaFacts(info.privateKey) : readStatedFacts(info);
  return {
    oid: algorithm.oid,
    algorithm: algorithm.name,
    bits: stated?.bits ?? algorithm.bits,
    statedIdentity: stated?.identity,
    pkcs8: owned,
    at,
  };
}

interface StatedFacts {
  readonly bits: number | undefined;
  readonly identity: string;
}

function readStatedFacts({ algorithm, publicKey }: PrivateKeyInfo): StatedFacts | undefined {
  return publicKey && readPublicKeyFacts(algorithm, publicKey.bytes, publicKey.unusedBits);
}

/** An RSAPrivateKey (RFC 8017 App. A.1.2) always states its public key. */
function readRsaFacts(octets: Uint8Array): StatedFacts | undefined {
  try {
    const [, modulus, exponent] = readSequence(decodeBer(octets, "RSAPrivateKey").root, "RSAPrivateKey");
    if (!isUniversal(modulus, TAG.integer) || !isUniversal(exponent, TAG.integer)) return undefined;
    return { bits: bitLength(modulus.content), identity: rsaIdentity(modulus.content, exponent.content) };
  } catch (error) {
    if (error instanceof ToolkitError) return undefined;
    throw error;
  }
}
