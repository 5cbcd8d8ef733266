/** No private key of the file belongs to any of its certificates. For one beside a sound pair see `orphan-key`. */
import type { Rule } from "../finding.js";
import { troublesOf } from "../troubles.js";

/** `key-mismatch` */
export const keyMismatch: Rule = {
  id: "key-mismatch",
  severity: { "api-connector": "error", "token-signing": "error", reader: "warning" },
  evidence: "standard",
  reference: "RFC 5280 section 4.1.2.7: the certificate binds the public half of the key",
  summary: "The private key is not the one of the certificate.",
  check({ opened }) {
    const { keys, certificates, credentials } = opened;
    if (credentials.length > 0 || certificates.length === 0) return [];
    // A part that could not be read may be the other half: then that part is what is wrong.
    if (troublesOf(opened).length > 0) return [];
    return keys.map(({ at, algorithm, isComputed }) => ({
      at,
      message: isComputed
        ? `The private key (${algorithm}) belongs to none of the certificates in the file.`
        : `Nothing shows to which certificate the private key (${algorithm}) belongs: its public key cannot be computed here.`,
      fix: "Find the key that the certificate was requested with, or request a new certificate for this key.",
    }));
  },
};
