/** An identifier was encoded twice. */
import type { AuditRule } from "../audit-finding.js";
import { firstOfEachIdentifier } from "../first-of-each-identifier.js";
import { decodeIdentifier, innerBase64 } from "../identifier.js";
import { DOUBLE_ENCODED } from "../references.js";

/** `double-base64` */
export const doubleBase64: AuditRule = {
  id: "double-base64",
  severity: "warning",
  evidence: "third-party",
  reference: DOUBLE_ENCODED,
  summary: "A customKeyIdentifier is the base64 of a base64 text: it works, and nobody finds the certificate by it.",
  check({ sets }) {
    return firstOfEachIdentifier(sets)
      .filter(({ credential }) => {
        const octets = decodeIdentifier(credential.customKeyIdentifier);
        return octets !== undefined && innerBase64(octets) !== undefined;
      })
      .map(({ at }) => ({
        at: `${at}/customKeyIdentifier`,
        message:
          "This is the base64 of a base64 text: Graph holds 28 characters in place of the thumbprint's 20 octets.",
        fix: "Nothing while it signs. When it is replaced, encode the 20 octets of the thumbprint once.",
      }));
  },
};
