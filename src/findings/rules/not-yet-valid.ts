/** The certificate's validity has not begun. */
import type { Rule } from "../finding.js";

/** `not-yet-valid` */
export const notYetValid: Rule = {
  id: "not-yet-valid",
  severity: { "api-connector": "error", "token-signing": "error", reader: null },
  evidence: "documented",
  reference: "https://learn.microsoft.com/graph/api/resources/pkcs12certificateinformation",
  summary: "The certificate is not valid yet: Graph keeps it inactive until then.",
  check({ opened: { credentials }, now }) {
    const [leading] = credentials;
    if (leading === undefined || now >= leading.certificate.certificate.notBefore) return [];
    const from = leading.certificate.certificate.notBefore.toISOString();
    const message = `The certificate is valid from ${from}: until then the connector does not present it.`;
    return [{ at: leading.certificate.at, message, fix: `Upload it after ${from}, or check it for a later time.` }];
  },
};
