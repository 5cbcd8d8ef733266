/** The certificates above one certificate, as far as a file holds them. */
import { canonicalName } from "../x509/canonical-name.js";
import { readAuthorityKeyIdentifier, readSubjectKeyIdentifier } from "../x509/key-identifiers.js";
import { isReadable } from "./open-certificate.js";
import type { OpenedCertificate, ReadableCertificate } from "./opened-file.js";

/** Real chains have two to five; a file may hold thousands that lead on and on. */
const MAX_CHAIN = 100;

/** Finds the chain above a certificate. */
export type ChainBuilder = (leaf: ReadableCertificate) => readonly ReadableCertificate[];

/** What a certificate says of its place in a chain, decoded once. */
interface Link {
  readonly certificate: ReadableCertificate;
  readonly subject: string;
  readonly issuer: string;
  readonly subjectKeyIdentifier: string | undefined;
  readonly authorityKeyIdentifier: string | undefined;
}

/** The certificates with one subject, in file order: those that state a key identifier, and the others. */
interface Bearers {
  readonly stating: Link[];
  readonly byKeyIdentifier: Map<string, Link[]>;
  readonly silent: Link[];
}

/**
 * Makes the builder for the certificates of one file; what they say is decoded once for all chains, when the first one
 * is asked for.
 *
 * A chain follows issuer names upwards (RFC 5280 section 6.1), and key identifiers where both sides have them, which
 * tells the keys of a renewed CA apart. Signatures are not verified. It has the issuers in order, ending with one that
 * names itself as its issuer, where the file has no further one, or after a hundred; it is empty for a leaf that names
 * itself.
 */
export function createChainBuilder(certificates: readonly OpenedCertificate[]): ChainBuilder {
  let index: ReadonlyMap<string, Bearers> | undefined;
  const leaves = new Map<string, Link>();
  return (leaf) => {
    index ??= indexBySubject(certificates.filter(isReadable).map(toLink));
    const first = leaves.get(leaf.thumbprintSha256) ?? toLink(leaf);
    leaves.set(leaf.thumbprintSha256, first);
    const chain: ReadableCertificate[] = [];
    const seen = new Set([leaf.thumbprintSha256]);
    let link: Link | undefined = first;
    while (chain.length < MAX_CHAIN) {
      link = isOwnIssuer(link) ? undefined : issuerOf(link, index, seen);
      if (link === undefined) break;
      seen.add(link.certificate.thumbprintSha256);
      chain.push(link.certificate);
    }
    return chain;
  };
}

/**
 * True for a certificate that names itself as its issuer: a root, or one that nobody else vouches for. Where it has both
 * key identifiers and they differ, it is another key's.
 */
export function isSelfIssued(certificate: ReadableCertificate): boolean {
  return isOwnIssuer(toLink(certificate));
}

function toLink(opened: ReadableCertificate): Link {
  const { certificate } = opened;
  return {
    certificate: opened,
    subject: canonicalName(certificate.subject),
    issuer: canonicalName(certificate.issuer),
    subjectKeyIdentifier: readSubjectKeyIdentifier(certificate)?.value,
    authorityKeyIdentifier: readAuthorityKeyIdentifier(certificate)?.value?.keyIdentifier,
  };
}

function indexBySubject(links: readonly Link[]): ReadonlyMap<string, Bearers> {
  const index = new Map<string, Bearers>();
  for (const link of links) {
    const bearers: Bearers = index.get(link.subject) ?? { stating: [], byKeyIdentifier: new Map(), silent: [] };
    index.set(link.subject, bearers);
    if (link.subjectKeyIdentifier === undefined) {
      bearers.silent.push(link);
      continue;
    }
    bearers.stating.push(link);
    const same = bearers.byKeyIdentifier.get(link.subjectKeyIdentifier);
    if (same === undefined) bearers.byKeyIdentifier.set(link.subjectKeyIdentifier, [link]);
    else same.push(link);
  }
  return index;
}

/** One that states the wanted identifier, or any where none is wanted, beats one that states none. */
function issuerOf(
  { issuer, authorityKeyIdentifier: wanted }: Link,
  index: ReadonlyMap<string, Bearers>,
  seen: ReadonlySet<string>,
): Link | undefined {
  const bearers = index.get(issuer);
  const stating = wanted === undefined ? bearers?.stating : bearers?.byKeyIdentifier.get(wanted);
  const isNew = ({ certificate }: Link): boolean => !seen.has(certificate.thumbprintSha256);
  return stating?.find(isNew) ?? bearers?.silent.find(isNew);
}

function isOwnIssuer({ subject, issuer, subjectKeyIdentifier, authorityKeyIdentifier }: Link): boolean {
  if (subject !== issuer) return false;
  if (subjectKeyIdentifier === undefined || authorityKeyIdentifier === undefined) return true;
  return subjectKeyIdentifier === authorityKeyIdentifier;
}
