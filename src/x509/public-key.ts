/** Public keys: SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7) to name, size and identity. */

import type { BerNode } from "../asn1/ber.js";
import { decodeBer } from "../asn1/ber.js";
import { isUniversal, readBitString, readSequence, TAG, unexpected } from "../asn1/values.js";
import { ToolkitError } from "../errors.js";
import { readPoint } from "./ec-point.js";
import { discreteLogIdentity, ecIdentity, octetsIdentity, rsaIdentity } from "./identity.js";
import type { KeyAlgorithm } from "./key-algorithm.js";
import { decodeKeyAlgorithm } from "./key-algorithm.js";
import { bitLength, unsignedBigint } from "./unsigned.js";

/** A public key. */
export interface PublicKey {
  /** Dotted identifier of the algorithm. */
  readonly oid: string;
  /** What people call it: `RSA`, `RSASSA-PSS`, `EC P-256`, `EC (explicit parameters)`, `Ed25519`, or the identifier. */
  readonly algorithm: string;
  /** Bits of the RSA modulus, of an elliptic curve's field, of the prime of DSA and DH; `undefined` where not known. */
  readonly bits: number | undefined;
  /** Equal for two descriptions of the same key, whatever the encoding; for comparison only, its form may change. */
  readonly identity: string;
  /** Public exponent of an RSA key; `undefined` for any other. */
  readonly rsaExponent: bigint | undefined;
  /** The whole SubjectPublicKeyInfo. */
  readonly spki: Uint8Array;
}

/** What the octets of a public key say, apart from their algorithm. */
export interface PublicKeyFacts {
  readonly bits: number | undefined;
  readonly identity: string;
  readonly rsaExponent: bigint | undefined;
}

/**
 * Reads a SubjectPublicKeyInfo. A key whose inside cannot be read, or of an unknown algorithm, is still told apart from
 * others by its bits.
 * @throws {MalformedError} `ERR_ASN1_UNEXPECTED` where it is not a SEQUENCE of AlgorithmIdentifier and BIT STRING
 */
export function decodePublicKey(node: BerNode | undefined, at: string): PublicKey {
  const [algorithmNode, key] = readSequence(node, at);
  const algorithm = decodeKeyAlgorithm(algorithmNode, `${at}.algorithm`);
  const { bytes, unusedBits } = readBitString(key, `${at}.subjectPublicKey`);
  const facts = readPublicKeyFacts(algorithm, bytes, unusedBits);
  return { oid: algorithm.oid, algorithm: algorithm.name, ...facts, spki: (node as BerNode).bytes };
}

/** What the contents of subjectPublicKey, or of RFC 5958's publicKey, say. Never throws on octets that are no key. */
export function readPublicKeyFacts(algorithm: KeyAlgorithm, octets: Uint8Array, unusedBits = 0): PublicKeyFacts {
  try {
    const facts = readKnownKey(algorithm, octets);
    if (facts !== undefined) return facts;
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
  }
  const identity = octetsIdentity(algorithm.oid, octets, unusedBits);
  return { bits: algorithm.bits, identity, rsaExponent: undefined };
}

function readKnownKey(algorithm: KeyAlgorithm, octets: Uint8Array): PublicKeyFacts | undefined {
  const { bits } = algorithm;
  switch (algorithm.family) {
    case "rsa": {
      const [modulus, exponent] = readSequence(decodeBer(octets, "RSAPublicKey").root, "RSAPublicKey");
      if (!isUniversal(modulus, TAG.integer)) throw unexpected(modulus, "an INTEGER", "RSAPublicKey");
      if (!isUniversal(exponent, TAG.integer)) throw unexpected(exponent, "an INTEGER", "RSAPublicKey");
      const identity = rsaIdentity(modulus.content, exponent.content);
      return { bits: bitLength(modulus.content), identity, rsaExponent: unsignedBigint(exponent.content) };
    }
    case "ec": {
      const point = algorithm.curve && readPoint(octets);
      if (algorithm.curve === undefined || point === undefined) return undefined;
      return { bits, identity: ecIdentity(algorithm.curve.label, point.x, point.yIsOdd), rsaExponent: undefined };
    }
    case "dsa":
    case "dh": {
      const value = decodeBer(octets, "public value").root;
      if (!isUniversal(value, TAG.integer)) throw unexpected(value, "an INTEGER", "public value");
      const family = algorithm.family === "dsa" ? "DSA" : "DH";
      return { bits, identity: discreteLogIdentity(family, value.content), rsaExponent: undefined };
    }
    case "octets":
    case "other":
      return undefined;
  }
}
