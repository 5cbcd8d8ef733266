/** A Sign key has no password beside it. */
import type { AuditRule } from "../audit-finding.js";
import { HOW_TO } from "../references.js";

/** `sign-without-password` */
export const signWithoutPassword: AuditRule = {
  id: "sign-without-password",
  severity: "error",
  evidence: "documented",
  reference: HOW_TO,
  summary: "A Sign key has no password entry: nothing opens its PFX.",
  check({ sets }) {
    return sets.signing
      .filter(({ passwords, strayPassword }) => passwords.length === 0 && strayPassword === undefined)
      .map(({ sign }) => ({
        at: sign.at,
        message:
          "No entry of passwordCredentials has this Sign key's customKeyIdentifier or keyId, so nothing opens its PFX.",
        fix: "Remove the Sign key with its Verify key and add the certificate anew, with a passwordCredential of the same keyId and customKeyIdentifier.",
      }));
  },
};
