/** The certificate's validity has not begun. */
import type { Rule } from "../finding.js";
import { leadingCertificate } from "../judged.js";

/** `not-yet-valid` */
export const notYetValid: Rule = {
  id: "not-yet-valid",
  // A certificate for token signing is activated by a step of its own, so it may well be added ahead of its time.
  severity: { "api-connector": "error", "token-signing": "warning", reader: null },
  evidence: "documented",
  reference: "https://learn.microsoft.com/graph/api/resources/pkcs12certificateinformation",
  summary: "The certificate is not valid yet: Graph keeps it inactive until then.",
  check({ opened, now, target }) {
    const leading = leadingCertificate(opened);
    if (leading === undefined || now >= leading.certificate.notBefore) return [];
    const { at } = leading;
    const from = leading.certificate.notBefore.toISOString();
    if (target === "token-signing") {
      const message = `The certificate is valid from ${from}: applications that check it refuse tokens signed before.`;
      const fix = `Activate it (preferredTokenSigningKeyThumbprint) after ${from}.`;
      return [{ at, message, fix, evidence: "hypothesis", reference: "Not documented for token signing" }];
    }
    const message = `The certificate is valid from ${from}: until then the connector does not present it.`;
    return [{ at, message, fix: `Upload it after ${from}, or check it for a later time.` }];
  },
};
