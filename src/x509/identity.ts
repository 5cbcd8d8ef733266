/**
 * Identities of public keys: one canonical text for one key, however a file encodes it. Two keys are the same exactly
 * where their identities are equal; the text is for comparison only and its form may change with any release.
 */
import { encodeHex } from "../bytes/hex.js";
import { unsignedHex } from "./unsigned.js";

/** RSA by modulus and exponent, whatever the key is restricted to (rsaEncryption, RSASSA-PSS, RSAES-OAEP). */
export function rsaIdentity(modulus: Uint8Array | bigint, exponent: Uint8Array | bigint): string {
  return `RSA:${unsignedHex(modulus)}:${unsignedHex(exponent)}`;
}

/** An elliptic curve's point by the curve, x and the lowest bit of y: all that a compressed point holds. */
export function ecIdentity(curveLabel: string, x: Uint8Array | bigint, yIsOdd: boolean): string {
  return `EC:${curveLabel}:${unsignedHex(x)}:${yIsOdd ? 1 : 0}`;
}

/**
 * DSA and DH by the public value alone: a certificate may leave the domain parameters to its issuer's (RFC 3279
 * section 2.3.2), and the value has at least a thousand bits.
 */
export function discreteLogIdentity(algorithm: "DSA" | "DH", publicValue: Uint8Array | bigint): string {
  return `${algorithm}:${unsignedHex(publicValue)}`;
}

/** A key of any other algorithm by the octets of its BIT STRING. */
export function octetsIdentity(oid: string, octets: Uint8Array, unusedBits = 0): string {
  return `${oid}:${encodeHex(octets)}${unusedBits === 0 ? "" : `-${unusedBits}`}`;
}
