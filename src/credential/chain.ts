/** The certificates above one certificate, as far as a file holds them. */
import { readAuthorityKeyIdentifier, readSubjectKeyIdentifier } from "../x509/key-identifiers.js";
import { isSameName } from "../x509/same-name.js";
import { isReadable } from "./open-certificate.js";
import type { OpenedCertificate, ReadableCertificate } from "./opened-file.js";

/**
 * Follows issuer names upwards (RFC 5280 section 6.1), and key identifiers where both sides have them, which tells the
 * keys of a renewed CA apart. Signatures are not verified.
 * @returns the issuers in order, ending with one that names itself as its issuer or where the file has no further one;
 * empty for a leaf that names itself
 */
export function buildChain(
  leaf: ReadableCertificate,
  certificates: readonly OpenedCertificate[],
): readonly ReadableCertificate[] {
  const candidates = certificates.filter(isReadable);
  const chain: ReadableCertificate[] = [];
  const seen = new Set([leaf.thumbprintSha256]);
  for (;;) {
    const subject = chain.at(-1) ?? leaf;
    if (isIssuerOf(subject, subject)) return chain;
    const issuers = candidates.filter(
      (candidate) => !seen.has(candidate.thumbprintSha256) && isIssuerOf(candidate, subject),
    );
    // One that states the wanted identifier beats one that states none.
    const issuer = issuers.find((candidate) => readSubjectKeyIdentifier(candidate.certificate)?.value) ?? issuers[0];
    if (issuer === undefined) return chain;
    seen.add(issuer.thumbprintSha256);
    chain.push(issuer);
  }
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
