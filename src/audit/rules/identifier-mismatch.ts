/** Entries of one certificate have different identifiers. */
import type { AuditRule } from "../audit-finding.js";
import { HOW_TO } from "../references.js";

/** `identifier-mismatch` */
export const identifierMismatch: AuditRule = {
  id: "identifier-mismatch",
  severity: "error",
  evidence: "documented",
  reference: HOW_TO,
  summary: "Sign key, Verify key and password of one certificate have different customKeyIdentifiers.",
  check({ sets }) {
    return sets.signing.flatMap(({ sign, strayVerify, strayPassword }) => {
      const fix = "Remove the entries of this certificate and add it anew, with one customKeyIdentifier in all three.";
      const verify =
        strayVerify === undefined
          ? []
          : [
              {
                at: `${strayVerify.at}/customKeyIdentifier`,
                message: `This Verify key has the dates of ${sign.at}, which has no Verify key of its own, and another customKeyIdentifier.`,
                fix,
              },
            ];
      const password =
        strayPassword === undefined
          ? []
          : [
              {
                at: `${strayPassword.at}/customKeyIdentifier`,
                message: `This password has the keyId of ${sign.at} and another customKeyIdentifier.`,
                fix,
              },
            ];
      return [...verify, ...password];
    });
  },
};
