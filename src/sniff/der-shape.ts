/** Kinds of file in DER or BER, told apart by the first few tags. */
import type { Children, Header } from "./der-header.js";
import { contentStartsWith, readChildren, readHeader, TAG } from "./der-header.js";
import type { FileKind } from "./file-kind.js";

/** 1.2.840.113549.1.7: the content types of PKCS#7. */
const PKCS7 = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07];
/** 1.2.840.113549.1.5 and 1.2.840.113549.1.12.1: the encryptions of RFC 8018 and of RFC 7292 appendix C. */
const PASSWORD_ENCRYPTIONS = [
  [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x05],
  [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x0c, 0x01],
];
const PFX_VERSION = 3;
/** version, n, e, d, p, q, dP, dQ, qInv (RFC 8017 appendix A.1.2). */
const RSA_KEY_MEMBERS = 9;
/** No RSA key in use has a longer public exponent; the second number of a DSA key has 20 octets and more. */
const EXPONENT_BYTES = 8;
/** P-521 has 66; curves with explicit parameters may have more. */
const EC_KEY_BYTES = 132;

/** Looks at the head only, so that a file that was cut off is still called by its kind; `undefined`: none of them. */
export function derKind(bytes: Uint8Array): FileKind | undefined {
  const outer = readHeader(bytes, 0);
  if (outer?.tag !== TAG.sequence) return undefined;
  const children = readChildren(bytes, outer, RSA_KEY_MEMBERS);
  const [first, second] = children.headers;
  if (first?.tag === TAG.integer) return versionedKind(bytes, children, first);
  if (first?.tag === TAG.objectIdentifier) return contentStartsWith(bytes, first, PKCS7) ? "pkcs7" : undefined;
  if (first?.tag === TAG.sequence) return algorithmKind(bytes, first, second) ?? signedKind(bytes, first);
  return undefined;
}

/** A version comes first in a PFX and in all forms of private keys but the encrypted one. */
function versionedKind(bytes: Uint8Array, { headers, isCut }: Children, versionHeader: Header): FileKind | undefined {
  const [, second, third] = headers;
  const version = sizeOf(versionHeader) === 1 ? bytes[versionHeader.contentStart] : undefined;
  const isZeroOrOne = version === 0 || version === 1;
  if (second?.tag === TAG.sequence) {
    const inner = readHeader(bytes, second.contentStart);
    if (inner?.tag !== TAG.objectIdentifier) return undefined;
    // An AlgorithmIdentifier stands in the same place as a PFX's ContentInfo; an octet string follows in a key alone.
    const isContent = contentStartsWith(bytes, inner, PKCS7);
    if (third?.tag === TAG.octetString || (isZeroOrOne && !isContent)) return "pkcs8";
    return isContent || version === PFX_VERSION ? "pfx" : undefined;
  }
  if (second?.tag === TAG.octetString) {
    return version === 1 && sizeOf(second) <= EC_KEY_BYTES ? "ec-private-key" : undefined;
  }
  const isRsa =
    isZeroOrOne &&
    headers.every(({ tag }) => tag === TAG.integer) &&
    headers.length >= (isCut ? 2 : RSA_KEY_MEMBERS) &&
    (third === undefined || sizeOf(third) <= EXPONENT_BYTES);
  return isRsa ? "rsa-private-key" : undefined;
}

/**
 * SubjectPublicKeyInfo (RFC 5280 section 4.1) or EncryptedPrivateKeyInfo (RFC 5958 section 3); a DigestInfo has the shape
 * of the latter and another algorithm.
 */
function algorithmKind(bytes: Uint8Array, first: Header, second: Header | undefined): FileKind | undefined {
  const algorithm = readHeader(bytes, first.contentStart);
  if (algorithm?.tag !== TAG.objectIdentifier) return undefined;
  if (second?.tag === TAG.bitString) return "public-key";
  if (second !== undefined && !isOctetString(second)) return undefined;
  return PASSWORD_ENCRYPTIONS.some((octets) => contentStartsWith(bytes, algorithm, octets))
    ? "encrypted-pkcs8"
    : undefined;
}

/** What an issuer or subject signs: TBSCertificate, TBSCertList (RFC 5280), CertificationRequestInfo (RFC 2986). */
function signedKind(bytes: Uint8Array, toBeSigned: Header): FileKind | undefined {
  const { headers, isCut } = readChildren(bytes, toBeSigned, 4);
  const [first, second, third, fourth] = headers;
  if (first?.tag === TAG.context0) {
    // An explicit version.
    return (bytes[first.contentStart] ?? TAG.integer) === TAG.integer ? "certificate" : undefined;
  }
  // A revocation list of version 1.
  if (first?.tag === TAG.sequence) return isTime(third) ? "crl" : undefined;
  if (first?.tag !== TAG.integer) return undefined;
  if (second === undefined) return isCut ? "certificate" : undefined;
  if (second.tag !== TAG.sequence) return undefined;
  // A name, or the algorithm that the issuer signs with.
  if (sizeOf(second) === 0 || bytes[second.contentStart] === TAG.set) return "certificate-request";
  return isTime(fourth) ? "crl" : "certificate";
}

function isOctetString({ tag }: Header): boolean {
  return tag === TAG.octetString || tag === TAG.octetStringInPieces;
}

function isTime(header: Header | undefined): boolean {
  return header?.tag === TAG.utcTime || header?.tag === TAG.generalizedTime;
}

/** Octets of the contents. */
function sizeOf({ contentStart, end = Number.POSITIVE_INFINITY }: Header): number {
  return end - contentStart;
}
