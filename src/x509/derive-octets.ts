/** Ed25519, Ed448, X25519 and X448 (RFC 8410 section 7): the public octets from the private ones. */

import { ed448, x448 } from "@noble/curves/ed448.js";
import { ed25519, x25519 } from "@noble/curves/ed25519.js";
import { decodeBer } from "../asn1/ber.js";
import { OID } from "../asn1/oids.js";
import { readOctetString } from "../asn1/values.js";
import { badPrivateKey } from "./malformed.js";

interface Curve {
  readonly privateBytes: number;
  readonly getPublicKey: (privateKey: Uint8Array) => Uint8Array;
}

function curveOf(oid: string): Curve | undefined {
  switch (oid) {
    case OID.ed25519:
      return { privateBytes: 32, getPublicKey: ed25519.getPublicKey };
    case OID.x25519:
      return { privateBytes: 32, getPublicKey: x25519.getPublicKey };
    case OID.ed448:
      return { privateBytes: 57, getPublicKey: ed448.getPublicKey };
    case OID.x448:
      return { privateBytes: 56, getPublicKey: x448.getPublicKey };
    default:
      return undefined;
  }
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
