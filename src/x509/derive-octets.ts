/** Ed25519, Ed448, X25519 and X448 (RFC 8410 section 7): the public octets from the private ones. */

import { decodeBer } from "../asn1/ber.js";
import { OID } from "../asn1/oids.js";
import { readOctetString } from "../asn1/values.js";
import { digest } from "../crypto/hash.js";
import { shake256 } from "../crypto/shake256.js";
import { edwards448, edwards25519 } from "./edwards.js";
import { badPrivateKey } from "./malformed.js";

interface Curve {
  readonly privateBytes: number;
  readonly getPublicKey: (privateKey: Uint8Array) => Uint8Array;
}

function curveOf(oid: string): Curve | undefined {
  switch (oid) {
    case OID.ed25519:
      return { privateBytes: 32, getPublicKey: publicEd25519 };
    case OID.x25519:
      return { privateBytes: 32, getPublicKey: publicX25519 };
    case OID.ed448:
      return { privateBytes: 57, getPublicKey: publicEd448 };
    case OID.x448:
      return { privateBytes: 56, getPublicKey: publicX448 };
    default:
      return undefined;
  }
}

/** RFC 8032 section 5.1.5. */
function publicEd25519(secret: Uint8Array): Uint8Array {
  const { multiply, encode } = edwards25519();
  return encode(multiply(clamp25519(digest("SHA-512", secret).subarray(0, 32))));
}

/** RFC 7748 section 6.1. */
function publicX25519(secret: Uint8Array): Uint8Array {
  const { multiply, toMontgomery } = edwards25519();
  return toMontgomery(multiply(clamp25519(secret)));
}

/** RFC 8032 section 5.2.5. */
function publicEd448(secret: Uint8Array): Uint8Array {
  const { multiply, encode } = edwards448();
  return encode(multiply(clamp448(shake256(secret, 114).subarray(0, 56))));
}

/** RFC 7748 section 6.2. */
function publicX448(secret: Uint8Array): Uint8Array {
  const { multiply, toMontgomery } = edwards448();
  return toMontgomery(multiply(clamp448(secret)));
}

/** decodeScalar25519 of RFC 7748 section 5. */
function clamp25519(octets: Uint8Array): Uint8Array {
  return octets.map((octet, i) => (i === 0 ? octet & 0xf8 : i === 31 ? (octet & 0x7f) | 0x40 : octet));
}

/** decodeScalar448 of RFC 7748 section 5. */
function clamp448(octets: Uint8Array): Uint8Array {
  return octets.map((octet, i) => (i === 0 ? octet & 0xfc : i === 55 ? octet | 0x80 : octet));
}

/**
 * The public key's octets.
 * @param octets - a CurvePrivateKey, which is an OCTET STRING, or the bare octets that some writers put in its place
 * @throws {MalformedError} `ERR_X509_PRIVATE_KEY` for another number of octets, `ERR_ASN1_*`
 */
export function deriveOctets(oid: string, octets: Uint8Array, at: string): Uint8Array {
  const curve = curveOf(oid);
  if (curve === undefined) throw new RangeError(`"oid" expected a curve of RFC 8410, got ${oid}`);
  const { privateBytes, getPublicKey } = curve;
  const isBare = octets.length === privateBytes;
  const privateKey = isBare ? octets : readOctetString(decodeBer(octets, at).root, `${at}.privateKey`);
  if (privateKey.length !== privateBytes) {
    throw badPrivateKey(`it has ${privateKey.length} bytes in place of ${privateBytes}`, at);
  }
  return getPublicKey(privateKey);
}
