/** An identifier is a thumbprint in hexadecimal where base64 belongs. */
import type { AuditRule } from "../audit-finding.js";
import { firstOfEachIdentifier } from "../first-of-each-identifier.js";
import { HOW_TO } from "../references.js";

/** The digits of a SHA-1, or of a SHA-256: base64 symbols all of them. */
const HEX_AS_BASE64 = /^([0-9a-f]{40}|[0-9a-f]{64})$/i;

/** `hex-as-base64` */
export const hexAsBase64: AuditRule = {
  id: "hex-as-base64",
  severity: "warning",
  evidence: "documented",
  reference: HOW_TO,
  summary:
    "A customKeyIdentifier is hex digits read as base64, as a sample of the documentation has it: it is no thumbprint.",
  check({ sets }) {
    return firstOfEachIdentifier(sets)
      .filter(({ credential }) => HEX_AS_BASE64.test(credential.customKeyIdentifier ?? ""))
      .map(({ at }) => ({
        at: `${at}/customKeyIdentifier`,
        message:
          "These are the hex digits of a thumbprint, which Graph reads as base64: other octets, by which nobody finds the certificate.",
        fix: "Nothing while it signs. When it is replaced, write the base64 of the 20 octets of the thumbprint.",
      }));
  },
};
