/** Keys and the certificates that carry their public keys, as credentials: best first. */
import { readBasicConstraints } from "../x509/basic-constraints.js";
import { createChainBuilder } from "./chain.js";
import { sameLocalKeyId } from "./local-key-id.js";
import type { Credential, OpenedCertificate, OpenedKey, ReadableCertificate } from "./opened-file.js";

/**
 * One credential for each key that has a certificate.
 * Of several certificates over one key (a renewal beside the old one) the one that is valid at `now` leads, then the
 * one with the key's localKeyId, then the one that stands first. Credentials that are valid now come first, then those
 * that are not a CA's; otherwise they keep the order of the keys in the file.
 */
export function toCredentials(
  keys: readonly OpenedKey[],
  certificates: readonly OpenedCertificate[],
  now: Date,
): readonly Credential[] {
  const buildChain = createChainBuilder(certificates);
  const credentials = keys.flatMap((privateKey): Credential[] => {
    const [certificate] = sortBy(privateKey.certificates, (candidate) => [
      isValidAt(candidate, now) ? 0 : 1,
      sameLocalKeyId(candidate.localKeyId, privateKey.localKeyId) ? 0 : 1,
    ]);
    if (certificate === undefined) return [];
    const friendlyName = certificate.friendlyName ?? privateKey.friendlyName;
    return [{ certificate, privateKey, chain: buildChain(certificate), friendlyName }];
  });
  return sortBy(credentials, ({ certificate }) => [isValidAt(certificate, now) ? 0 : 1, isCa(certificate) ? 1 : 0]);
}

/** Whether the time lies in its validity, both ends included (RFC 5280 section 4.1.2.5). */
export function isValidAt({ certificate }: ReadableCertificate, now: Date): boolean {
  return certificate.notBefore <= now && now <= certificate.notAfter;
}

function isCa({ certificate }: ReadableCertificate): boolean {
  return readBasicConstraints(certificate)?.value?.ca === true;
}

/** Sorts by the first rank that differs and keeps the order of equals. */
function sortBy<Item>(items: readonly Item[], ranks: (item: Item) => readonly number[]): Item[] {
  return items
    .map((item) => ({ item, key: ranks(item) }))
    .sort((a, b) => a.key.map((rank, index) => rank - (b.key[index] ?? 0)).find((difference) => difference !== 0) ?? 0)
    .map(({ item }) => item);
}
