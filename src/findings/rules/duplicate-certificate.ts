/** A certificate is in the file more than once. */
import type { OpenedCertificate } from "../../credential/opened-file.js";
import type { Rule } from "../finding.js";
import { TAKE_CHAINS } from "../repack.js";

/** `duplicate-certificate` */
export const duplicateCertificate: Rule = {
  id: "duplicate-certificate",
  severity: { "api-connector": "info", "token-signing": "info", reader: "info" },
  evidence: "standard",
  reference: "RFC 5246 section 7.4.2: each certificate of a chain certifies the one before it",
  summary: "The same certificate is in the file more than once.",
  check({ opened: { certificates, failure } }) {
    // What lies open in a file that does not open may be anything.
    const copies = failure === undefined ? copiesAmong(certificates) : [];
    const [first] = copies;
    if (first === undefined) return [];
    const message = `The certificate with thumbprint ${first.thumbprint} is in the file more than once, again at ${first.at}${others(copies.length - 1)}. A program that sends the certificates of the file as its chain sends it twice.`;
    return [{ at: first.at, message, fix: `Take over each key with its chain: ${TAKE_CHAINS}` }];
  },
};

function others(count: number): string {
  if (count === 0) return "";
  return count === 1 ? "; so is another one" : `; so are ${count} others`;
}

/** Those that an earlier one is equal to. */
function copiesAmong(certificates: readonly OpenedCertificate[]): readonly OpenedCertificate[] {
  const seen = new Set<string>();
  return certificates.filter(({ thumbprintSha256 }) => seen.size === seen.add(thumbprintSha256).size);
}
