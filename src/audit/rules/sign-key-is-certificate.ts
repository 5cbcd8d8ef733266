/** A Sign key is sent as a certificate alone. */
import type { AuditRule } from "../audit-finding.js";
import { HOW_TO } from "../references.js";

/** `sign-key-is-certificate` */
export const signKeyIsCertificate: AuditRule = {
  id: "sign-key-is-certificate",
  severity: "error",
  evidence: "documented",
  reference: HOW_TO,
  summary: "The `key` of a Sign entry is a certificate, without the private key that signs: a PFX belongs there.",
  check({ sets }) {
    return sets.signing
      .filter(({ sign }) => sign.certificate !== undefined)
      .map(({ sign }) => ({
        at: `${sign.at}/key`,
        message:
          "This holds a certificate alone. The key of a Sign entry is a PFX with the private key; on reads it is null.",
        fix: "Put the base64 of the PFX here, of type X509CertAndPassword, and the certificate into the Verify entry.",
      }));
  },
};
