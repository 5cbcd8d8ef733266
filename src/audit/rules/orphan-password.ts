/** A password of a signing certificate that is no longer there. */
import type { PasswordCredential } from "../../graph/model.js";
import type { AuditRule } from "../audit-finding.js";
import { decodeIdentifier } from "../identifier.js";
import { DEPLOYMENT_THEORY } from "../references.js";

/** `orphan-password` */
export const orphanPassword: AuditRule = {
  id: "orphan-password",
  severity: "warning",
  evidence: "third-party",
  reference: DEPLOYMENT_THEORY,
  summary: "A password has the customKeyIdentifier of a certificate that has no Sign key: a removal that forgot it.",
  check({ sets }) {
    return sets.lonePasswords
      .filter(({ credential }) => isOfCertificate(credential))
      .map(({ at }) => ({
        at,
        message:
          "This password names a certificate by its customKeyIdentifier and no Sign key has it: it opens nothing.",
        fix: "Send passwordCredentials without it, all other entries unchanged; removePassword is reported to fail on it.",
      }));
  },
};

/**
 * A client secret has no customKeyIdentifier, or an old one's description in it: text in UTF-16 or ASCII. An identifier
 * that was written as text has at least 28 characters of hex or base64.
 */
function isOfCertificate({ customKeyIdentifier }: PasswordCredential): boolean {
  const octets = decodeIdentifier(customKeyIdentifier);
  if (octets === undefined || octets.length < 20) return false;
  const isUtf16 = octets.length % 2 === 0 && octets.every((octet, index) => index % 2 === 0 || octet === 0);
  if (isUtf16) return false;
  const isText = octets.every((octet) => octet >= 0x20 && octet < 0x7f);
  return !isText || /^([0-9a-f]{40}|[0-9a-z+/]{27}=)$/i.test(String.fromCharCode(...octets));
}
