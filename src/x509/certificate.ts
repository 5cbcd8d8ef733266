/** Certificates (RFC 5280 section 4.1) as plain values. */

import type { BerNode } from "../asn1/ber.js";
import { decodeBer } from "../asn1/ber.js";
import { readTime } from "../asn1/time.js";
import { isContext, isUniversal, readExplicit, readInteger, readSequence, TAG, unexpected } from "../asn1/values.js";
import { toOwnedBytes } from "../bytes/buffer.js";
import type { Extension } from "./extension.js";
import { decodeExtensions } from "./extension.js";
import { asMalformed } from "./malformed.js";
import type { Name } from "./name.js";
import { decodeName } from "./name.js";
import type { PublicKey } from "./public-key.js";
import { decodePublicKey } from "./public-key.js";
import { signedHex } from "./serial-number.js";
import type { SignatureAlgorithm } from "./signature-algorithm.js";
import { decodeSignatureAlgorithm } from "./signature-algorithm.js";

/** A certificate. What it says is not judged here: an odd version, serial number or key is a value like any other. */
export interface Certificate {
  /** The certificate alone, without octets that follow it. */
  readonly der: Uint8Array;
  /** 1, 2 or 3; another number where the certificate says so. */
  readonly version: number;
  /** Upper-case hexadecimal in whole octets, `-` before a negative one, `0` for zero: as Node shows it. */
  readonly serialNumber: string;
  /** The algorithm beside the signature. */
  readonly signatureAlgorithm: SignatureAlgorithm;
  readonly issuer: Name;
  readonly subject: Name;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly publicKey: PublicKey;
  /** In file order; those of a version 1 certificate too, which should have none. */
  readonly extensions: readonly Extension[];
  /** Octets after the certificate in `der` as given. */
  readonly trailingBytes: number;
}

/**
 * Reads a certificate, DER or BER. Octets after it are left out and counted, as OpenSSL and Node leave them out: their
 * thumbprint is that of the certificate alone. No signature is verified.
 * @param der - not modified; copied
 * @param at - the place to name in errors
 * @throws {MalformedError} `ERR_X509_CERTIFICATE` for what has not the shape of a certificate, dates that do not exist
 * included; the reader's own error is the `cause`
 * @throws {LimitError} `ERR_ASN1_LIMIT`
 */
export function parseCertificate(der: Uint8Array, at: string): Certificate {
  return asMalformed("ERR_X509_CERTIFICATE", "an X.509 certificate", at, () => {
    const { root, trailingBytes } = decodeBer(toOwnedBytes(der), at);
    return { ...decodeCertificate(root, at), trailingBytes };
  });
}

function decodeCertificate(root: BerNode, at: string): Omit<Certificate, "trailingBytes"> {
  const [tbsCertificate, signatureAlgorithm, signature] = readSequence(root, at);
  if (!isUniversal(signature, TAG.bitString)) throw unexpected(signature, "a BIT STRING", `${at}.signatureValue`);
  const tbsAt = `${at}.tbsCertificate`;
  const members = readSequence(tbsCertificate, tbsAt);
  const hasVersion = isContext(members[0], 0);
  const [serialNumber, , issuer, validity, subject, publicKey, ...optional] = hasVersion ? members.slice(1) : members;
  if (!isUniversal(serialNumber, TAG.integer)) throw unexpected(serialNumber, "an INTEGER", `${tbsAt}.serialNumber`);
  const [notBefore, notAfter] = readSequence(validity, `${tbsAt}.validity`);
  const extensions = optional.find((member) => isContext(member, 3));
  return {
    der: root.bytes,
    version: hasVersion ? Number(readInteger(readExplicit(members[0], 0, tbsAt), `${tbsAt}.version`)) + 1 : 1,
    serialNumber: signedHex(serialNumber.content),
    signatureAlgorithm: decodeSignatureAlgorithm(signatureAlgorithm, `${at}.signatureAlgorithm`),
    issuer: decodeName(issuer, `${tbsAt}.issuer`),
    subject: decodeName(subject, `${tbsAt}.subject`),
    notBefore: readTime(notBefore, `${tbsAt}.validity.notBefore`),
    notAfter: readTime(notAfter, `${tbsAt}.validity.notAfter`),
    publicKey: decodePublicKey(publicKey, `${tbsAt}.subjectPublicKeyInfo`),
    extensions:
      extensions === undefined ? [] : decodeExtensions(readExplicit(extensions, 3, tbsAt), `${tbsAt}.extensions`),
  };
}
