/** Certificates that are signed with a hash function for which two texts with one signature can be made. */
import { isSelfIssued } from "../credential/chain.js";
import type { Observation, Subject } from "./finding.js";
import { judgedCertificates } from "./judged.js";
import { renew } from "./renew.js";

/**
 * What is to be said of certificates whose signatures rest on one of the digests. Roots in the chain are left alone:
 * whoever trusts one does not verify its signature. A leading certificate that is its own root is worth knowing only.
 * @param digests - names as in `SignatureAlgorithm.digest`
 * @param consequence - a sentence: what becomes of such a certificate where its signature is verified
 */
export function observeSignatures(
  subject: Subject,
  digests: ReadonlySet<string>,
  consequence: string,
): readonly Observation[] {
  return judgedCertificates(subject).flatMap((opened, index): Observation[] => {
    const { digest, name } = opened.certificate.signatureAlgorithm;
    if (digest === undefined || !digests.has(digest)) return [];
    const what = `${index === 0 ? "The certificate" : "A certificate of the chain"} is signed with ${digest} (${name})`;
    const { at } = opened;
    const fix = renew(subject.target, index);
    if (!isSelfIssued(opened)) return [{ at, message: `${what}. ${consequence}`, fix }];
    if (index > 0) return [];
    const message = `${what}. It names itself as its issuer, so nobody need verify the signature; where SHA-256 is asked for, it will not do.`;
    return [{ at, message, fix, severity: "info" }];
  });
}
