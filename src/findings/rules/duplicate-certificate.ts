/** A certificate is in the file more than once. */
import type { OpenedCertificate } from "../../credential/opened-file.js";
import type { Rule } from "../finding.js";
import { TAKE_CHAINS, TAKE_ONE } from "../repack.js";

/** `duplicate-certificate` */
export const duplicateCertificate: Rule = {
  id: "duplicate-certificate",
  severity: { "api-connector": "info", "token-signing": "info", reader: "info" },
  evidence: "standard",
  reference: "RFC 5246 section 7.4.2: each certificate of a chain certifies the one before it",
  summary: "The same certificate is in the file more than once.",
  check({ opened: { certificates, credentials, failure } }) {
    // What lies open in a file that does not open may be anything.
    const copies = failure === undefined ? copiesAmong(certificates) : [];
    const [first] = copies;
    if (first === undefined) return [];
    const message = `The certificate with thumbprint ${first.thumbprint} is in the file more than once, again at ${first.at}${others(copies.length - 1)}. A program that sends the certificates of the file as its chain sends it twice.`;
    // keytool itself writes the issuers that two keys share once for each of them.
    const fix =
      credentials.length > 1
        ? `Take one key with its chain, here by its name: ${TAKE_ONE}`
        : `Take over the key with its chain: ${TAKE_CHAINS}`;
    return [{ at: first.at, message, fix }];
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
