/** The certificate's validity ends within weeks. */
import type { Rule } from "../finding.js";
import { leadingCertificate } from "../judged.js";

/**
 * A new certificate is uploaded while the old one is valid, so that both are accepted for a time: a month is what such a
 * change takes where others have to be told. Entra warns of signing certificates 60, 30 and 7 days ahead.
 */
const DAYS = 30;

const MS_PER_DAY = 86_400_000;

const ON_TOKEN_SIGNING =
  "https://learn.microsoft.com/entra/identity/enterprise-apps/tutorial-manage-certificates-for-federated-single-sign-on";

/** `expires-soon` */
export const expiresSoon: Rule = {
  id: "expires-soon",
  severity: { "api-connector": "warning", "token-signing": "warning", reader: null },
  evidence: "documented",
  reference: "https://learn.microsoft.com/azure/active-directory-b2c/secure-rest-api",
  summary: `The certificate expires within ${DAYS} days: its successor should be uploaded while it is valid.`,
  check({ opened, now, target }) {
    const leading = leadingCertificate(opened);
    if (leading === undefined) return [];
    const { notAfter } = leading.certificate;
    const left = notAfter.getTime() - now.getTime();
    if (left < 0 || left > DAYS * MS_PER_DAY) return [];
    const days = Math.floor(left / MS_PER_DAY);
    const rest = days === 0 ? "in less than a day" : days === 1 ? "in a day" : `in ${days} days`;
    const message = `The certificate expires ${rest}, at ${notAfter.toISOString()}.`;
    const renewal = "Renew it now and upload the new one while this one is valid";
    if (target === "token-signing") {
      const fix = `${renewal}, so that the applications can be told of both.`;
      return [{ at: leading.at, message, fix, reference: ON_TOKEN_SIGNING }];
    }
    return [{ at: leading.at, message, fix: `${renewal}, so that the API can accept both.` }];
  },
};
