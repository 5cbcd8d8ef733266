/** An identifier does not name the certificate that stands beside it. */
import { thumbprint } from "../../x509/thumbprint.js";
import type { AuditRule, AuditSubject } from "../audit-finding.js";
import type { PlacedKey } from "../credential-sets.js";
import { decodeIdentifier, namesCertificate, thumbprintIn } from "../identifier.js";
import { DEPLOYMENT_THEORY } from "../references.js";

/** `thumbprint-mismatch` */
export const thumbprintMismatch: AuditRule = {
  id: "thumbprint-mismatch",
  severity: "warning",
  evidence: "third-party",
  reference: DEPLOYMENT_THEORY,
  summary: "A customKeyIdentifier follows no known convention for the certificate in `key`, or names another one.",
  check(subject) {
    return subject.sets.keys.flatMap((key) => {
      const message = mismatch(key, subject);
      if (message === undefined) return [];
      const fix =
        "Remove the entries of this certificate and add it anew, with its SHA-1 thumbprint (20 octets) as customKeyIdentifier.";
      return [{ at: `${key.at}/customKeyIdentifier`, ...message, fix }];
    });
  },
};

/**
 * What is wrong. An identifier is custom by its name: one that is no digest of anything here is not judged, and neither
 * is one of 32 octets, which the portal makes in a way that nobody has written down. Twenty octets are a thumbprint.
 */
function mismatch({ certificate, credential }: PlacedKey, { sets }: AuditSubject): { message: string } | undefined {
  const { customKeyIdentifier } = credential;
  const octets = decodeIdentifier(customKeyIdentifier);
  if (certificate === undefined || octets === undefined || namesCertificate(customKeyIdentifier, certificate)) {
    return undefined;
  }
  const own = `the certificate in its key has the thumbprint ${thumbprint(certificate.der)}`;
  const others = sets.keys.flatMap((other) => other.certificate ?? []);
  const named = others.find((other) => namesCertificate(customKeyIdentifier, other));
  if (named !== undefined) {
    return { message: `This identifier names the certificate ${thumbprint(named.der)}; ${own}.` };
  }
  const inside = thumbprintIn(customKeyIdentifier);
  return inside === undefined ? undefined : { message: `This identifier is the thumbprint ${inside}; ${own}.` };
}
