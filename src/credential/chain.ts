/** The certificates above one certificate, as far as a file holds them. */
import { readAuthorityKeyIdentifier, readSubjectKeyIdentifier } from "../x509/key-identifiers.js";
import { isSameName } from "../x509/same-name.js";
import { isReadable } from "./open-certificate.js";
import type { OpenedCertificate, ReadableCertificate } from "./opened-file.js";

/**
 * Follows issuer names upwards (RFC 5280 section 6.1), and key identifiers where both sides have them, which tells the
 * keys of a renewed CA apart. Signatures are not verified.
 * @returns the issuers in order, ending with a self-issued certificate or where the file has no issuer
 */
export function buildChain(
  leaf: ReadableCertificate,
  certificates: readonly OpenedCertificate[],
): readonly ReadableCertificate[] {
  const chain: ReadableCertificate[] = [];
  let rest = certificates
    .filter(isReadable)
    .filter(({ thumbprintSha256 }) => thumbprintSha256 !== leaf.thumbprintSha256);
  let issuer = rest.find((candidate) => isIssuerOf(candidate, leaf));
  while (issuer !== undefined) {
    const current = issuer;
    chain.push(current);
    rest = rest.filter(({ thumbprintSha256 }) => thumbprintSha256 !== current.thumbprintSha256);
    issuer = rest.find((candidate) => isIssuerOf(candidate, current));
  }
  return chain;
}

function isIssuerOf(
  { certificate: issuer }: ReadableCertificate,
  { certificate: subject }: ReadableCertificate,
): boolean {
  if (!isSameName(issuer.subject, subject.issuer)) return false;
  const wanted = readAuthorityKeyIdentifier(subject)?.value?.keyIdentifier;
  const offered = readSubjectKeyIdentifier(issuer)?.value;
  return wanted === undefined || offered === undefined || wanted === offered;
}
