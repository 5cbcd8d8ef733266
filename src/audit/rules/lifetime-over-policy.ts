/** A signing certificate lives for longer than the documented limit. */
import { addYears } from "../../x509/calendar.js";
import type { AuditRule } from "../audit-finding.js";
import { formatDate } from "../date-time.js";
import { HOW_TO } from "../references.js";

/** What addTokenSigningCertificate gives at most, and what the how-to has for certificates of one's own. */
const MOST_YEARS = 3;

/** Certificates that Graph itself made begin ten minutes before their three years: their own rule must not catch them. */
const MARGIN_MS = 600_000;

/** `lifetime-over-policy` */
export const lifetimeOverPolicy: AuditRule = {
  id: "lifetime-over-policy",
  severity: "warning",
  evidence: "documented",
  reference: HOW_TO,
  summary: "A signing certificate lives for more than three years, the longest that is documented.",
  check({ sets }) {
    return sets.signing.flatMap(({ sign: { at, start, end } }) => {
      if (start === undefined || end === undefined) return [];
      const last = addYears(start, MOST_YEARS);
      if (end.getTime() <= last.getTime() + MARGIN_MS) return [];
      return [
        {
          at: `${at}/endDateTime`,
          message: `This certificate ends at ${formatDate(end)}. By the documentation a signing certificate ends at most three years after it begins, here at ${formatDate(last)}; an organisation's policy may allow less.`,
          fix: "Replace it by a certificate of at most three years before a policy refuses it.",
        },
      ];
    });
  },
};
