/** The certificate is valid for longer than a credential for token signing may be. */
import { addYears } from "../../x509/calendar.js";
import type { Rule } from "../finding.js";
import { leadingCertificate } from "../judged.js";
import { renew } from "../renew.js";

/** What addTokenSigningCertificate gives at most, and what the how-to has for certificates of one's own. */
const MOST_YEARS = 3;

/** Certificates that Graph itself made begin ten minutes before their three years: their own rule must not catch them. */
const MARGIN_MS = 600_000;

/** `validity-over-three-years` */
export const validityOverThreeYears: Rule = {
  id: "validity-over-three-years",
  // No limit is documented for API connectors.
  severity: { "api-connector": null, "token-signing": "warning", reader: null },
  evidence: "documented",
  reference: "https://learn.microsoft.com/graph/application-saml-sso-configure-api",
  summary: "The certificate is valid for more than three years, the longest that is documented for token signing.",
  check({ opened, target }) {
    const leading = leadingCertificate(opened);
    if (leading === undefined) return [];
    const { notBefore, notAfter } = leading.certificate;
    const last = addYears(notBefore, MOST_YEARS);
    if (notAfter.getTime() <= last.getTime() + MARGIN_MS) return [];
    const message = `The certificate is valid until ${notAfter.toISOString()}. By the documentation a credential for token signing ends at most three years after it begins, here at ${last.toISOString()}; what becomes of longer ones is not said.`;
    return [{ at: leading.at, message, fix: renew(target) }];
  },
};
