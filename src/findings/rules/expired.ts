/** The certificate's validity has ended. */
import type { Rule } from "../finding.js";

/** `expired` */
export const expired: Rule = {
  id: "expired",
  severity: { "api-connector": "error", "token-signing": "error", reader: null },
  evidence: "documented",
  reference: "https://learn.microsoft.com/graph/api/resources/pkcs12certificateinformation",
  summary: "The certificate has expired: Graph keeps it inactive.",
  check({ opened: { credentials }, now }) {
    const [leading] = credentials;
    if (leading === undefined || now <= leading.certificate.certificate.notAfter) return [];
    const since = leading.certificate.certificate.notAfter.toISOString();
    const message = `The certificate expired at ${since}: the connector would never present it.`;
    return [{ at: leading.certificate.at, message, fix: "Renew the certificate and export it anew." }];
  },
};
