/** A Verify key has the type of a Sign key. */
import type { AuditRule } from "../audit-finding.js";
import { HOW_TO } from "../references.js";

/** `verify-with-password-type` */
export const verifyWithPasswordType: AuditRule = {
  id: "verify-with-password-type",
  severity: "error",
  evidence: "documented",
  reference: HOW_TO,
  summary: "A Verify entry has the type X509CertAndPassword, which is that of a Sign entry.",
  check({ sets }) {
    return sets.keys
      .filter(({ credential: { usage, type } }) => usage === "Verify" && type === "X509CertAndPassword")
      .map(({ at }) => ({
        at: `${at}/type`,
        message:
          'A Verify entry is of type AsymmetricX509Cert. Graph answers this pair with "The value for the property "usage" in one of your credentials is invalid."',
        fix: "Write AsymmetricX509Cert here and the certificate's DER into key; X509CertAndPassword is the Sign entry's.",
      }));
  },
};
