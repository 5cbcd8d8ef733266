/** A Sign key has no Verify key beside it. */
import type { AuditRule } from "../audit-finding.js";
import { HOW_TO } from "../references.js";

/** `sign-without-verify` */
export const signWithoutVerify: AuditRule = {
  id: "sign-without-verify",
  severity: "error",
  evidence: "documented",
  reference: HOW_TO,
  summary: "A Sign key has no Verify key of its customKeyIdentifier: the pair is what Graph asks for.",
  check({ sets }) {
    return sets.signing
      .filter(({ verifies, strayVerify }) => verifies.length === 0 && strayVerify === undefined)
      .map(({ sign }) => ({
        at: sign.at,
        message: "This Sign key has no Verify key with its customKeyIdentifier, so nothing holds its certificate.",
        fix: "Remove the Sign key with its password and add the certificate anew, as Sign key, Verify key and password together.",
      }));
  },
};
