/** The certificate that shall sign is not there. */
import { thumbprint } from "../../x509/thumbprint.js";
import type { AuditRule } from "../audit-finding.js";
import { isOfThumbprint } from "../credential-sets.js";
import { namesThumbprint, THUMBPRINT } from "../identifier.js";
import { HOW_TO } from "../references.js";
import { preferredThumbprint } from "../usage.js";

/** `preferred-missing` */
export const preferredMissing: AuditRule = {
  id: "preferred-missing",
  severity: "error",
  evidence: "documented",
  reference: HOW_TO,
  summary: "preferredTokenSigningKeyThumbprint names no Sign key that is there.",
  check(subject) {
    const preferred = preferredThumbprint(subject.servicePrincipal);
    const { sets } = subject;
    if (preferred === undefined) return [];
    const at = "/preferredTokenSigningKeyThumbprint";
    const fix =
      "PATCH it with the thumbprint of a certificate that is there, 40 upper-case hex digits, or with null to let Graph choose.";
    if (!THUMBPRINT.test(preferred)) {
      return [
        { at, message: "This is no SHA-1 thumbprint of 40 hex digits; Graph takes any text and checks nothing.", fix },
      ];
    }
    // An identifier that tells no thumbprint may be that of any certificate.
    if (sets.signing.some((set) => isOfThumbprint(set, preferred) !== false)) return [];
    const verify = sets.loneVerifies.find(({ certificate, credential }) =>
      certificate === undefined
        ? namesThumbprint(credential.customKeyIdentifier, preferred)
        : thumbprint(certificate.der) === preferred.toUpperCase(),
    );
    if (verify !== undefined) {
      return [
        {
          at,
          message: `This names the certificate of ${verify.at}, which has no Sign key: nothing can sign with it.`,
          fix,
        },
      ];
    }
    return [{ at, message: "No Sign key of this thumbprint is there; Graph does not check that when it is set.", fix }];
  },
};
