/** A Verify key is not a certificate. */
import type { AuditRule } from "../audit-finding.js";
import { HOW_TO } from "../references.js";

/** `verify-key-no-certificate` */
export const verifyKeyNoCertificate: AuditRule = {
  id: "verify-key-no-certificate",
  severity: "error",
  evidence: "documented",
  reference: HOW_TO,
  summary: "The `key` of a Verify entry is no certificate in DER: a PFX, a PEM text or something damaged.",
  check({ sets }) {
    return sets.keys
      .filter(({ credential: { usage, type, key }, certificate }) => {
        // Symmetric keys of old are no certificates.
        return usage === "Verify" && type !== "Symmetric" && typeof key === "string" && certificate === undefined;
      })
      .map(({ at }) => ({
        at: `${at}/key`,
        message: "This is not the base64 of a certificate in DER, which is what the key of a Verify entry is.",
        fix: "Put the base64 of the DER here, without PEM's lines; a PFX with its private key belongs into the Sign entry alone.",
      }));
  },
};
