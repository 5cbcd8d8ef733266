/** The shape of a private key: PrivateKeyInfo and OneAsymmetricKey (RFC 5958 section 2), ECPrivateKey (RFC 5915). */

import type { BerNode } from "../asn1/ber.js";
import { decodeBer } from "../asn1/ber.js";
import {
  asUniversal,
  isContext,
  isUniversal,
  readBitString,
  readOctetString,
  readSequence,
  TAG,
} from "../asn1/values.js";
import { MalformedError } from "../errors.js";
import type { KeyAlgorithm } from "./key-algorithm.js";
import { decodeKeyAlgorithm } from "./key-algorithm.js";

/** A private key taken apart. */
export interface PrivateKeyInfo {
  readonly algorithm: KeyAlgorithm;
  /** What stands inside the OCTET STRING; of an ECPrivateKey its privateKey field alone. */
  readonly privateKey: Uint8Array;
  /** The public key that is stored beside the private one, if any: not to be trusted. */
  readonly publicKey: { readonly bytes: Uint8Array; readonly unusedBits: number } | undefined;
}

/**
 * Takes a private key apart. Octets after it are ignored, as are its version and attributes; the public key of RFC 5958
 * and the parameters and public key of RFC 5915 are found wherever writers put them.
 * @throws {MalformedError} `ERR_ASN1_*` where it is no SEQUENCE of INTEGER, AlgorithmIdentifier and OCTET STRING
 */
export function decodePrivateKeyInfo(pkcs8: Uint8Array, at: string): PrivateKeyInfo {
  const [, algorithmNode, key, ...rest] = readSequence(decodeBer(pkcs8, at).root, at);
  const algorithm = decodeKeyAlgorithm(algorithmNode, `${at}.privateKeyAlgorithm`);
  const privateKey = readOctetString(key, `${at}.privateKey`);
  const publicKey = readImplicitBitString(rest.find((member) => isContext(member, 1)));
  if (algorithm.family !== "ec") return { algorithm, privateKey, publicKey };
  const inner = decodeEcPrivateKey(privateKey, `${at}.privateKey`);
  if (inner === undefined) return { algorithm, privateKey, publicKey };
  return {
    algorithm: decodeKeyAlgorithm(algorithmNode, `${at}.privateKeyAlgorithm`, inner.parameters),
    privateKey: inner.privateKey,
    publicKey: inner.publicKey ?? publicKey,
  };
}

interface EcPrivateKey {
  readonly privateKey: Uint8Array;
  readonly parameters: BerNode | undefined;
  readonly publicKey: PrivateKeyInfo["publicKey"];
}

/** `undefined` where the octets are no ECPrivateKey: then they are taken for the private value itself. */
function decodeEcPrivateKey(octets: Uint8Array, at: string): EcPrivateKey | undefined {
  try {
    const [, privateKey, ...rest] = readSequence(decodeBer(octets, at).root, at);
    return {
      privateKey: readOctetString(privateKey, at),
      parameters: rest.find((member) => isContext(member, 0))?.children[0],
      publicKey: readImplicitBitString(rest.find((member) => isContext(member, 1))),
    };
  } catch (error) {
    if (error instanceof MalformedError) return undefined;
    throw error;
  }
}

/** A BIT STRING tagged [1], IMPLICIT as in RFC 5958 or EXPLICIT as in RFC 5915: each is met in the other's place. */
function readImplicitBitString(node: BerNode | undefined): PrivateKeyInfo["publicKey"] {
  if (node === undefined) return undefined;
  const [inner] = node.children;
  const bitString = node.constructed ? inner : asUniversal(node, TAG.bitString);
  if (!isUniversal(bitString, TAG.bitString)) return undefined;
  try {
    return readBitString(bitString, "publicKey");
  } catch (error) {
    if (error instanceof MalformedError) return undefined;
    throw error;
  }
}
