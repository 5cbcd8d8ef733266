/** The certificate's validity has ended. */
import type { Rule } from "../finding.js";
import { leadingCertificate } from "../judged.js";

const ON_TOKEN_SIGNING =
  "https://learn.microsoft.com/entra/identity/enterprise-apps/tutorial-manage-certificates-for-federated-single-sign-on";

/** `expired` */
export const expired: Rule = {
  id: "expired",
  severity: { "api-connector": "error", "token-signing": "error", reader: null },
  evidence: "documented",
  reference: "https://learn.microsoft.com/graph/api/resources/pkcs12certificateinformation",
  summary: "The certificate has expired: Graph keeps it inactive.",
  check({ opened, now, target }) {
    const leading = leadingCertificate(opened);
    if (leading === undefined || now <= leading.certificate.notAfter) return [];
    const expiry = `The certificate expired at ${leading.certificate.notAfter.toISOString()}`;
    const fix = "Renew the certificate and export it anew.";
    if (target === "token-signing") {
      const message = `${expiry}: applications that check it refuse its tokens.`;
      return [{ at: leading.at, message, fix, reference: ON_TOKEN_SIGNING }];
    }
    return [{ at: leading.at, message: `${expiry}: the connector would never present it.`, fix }];
  },
};
