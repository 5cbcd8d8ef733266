/** An entry is valid where its certificate is not. */
import type { AuditRule } from "../audit-finding.js";
import type { PlacedKey } from "../credential-sets.js";
import { formatDate } from "../date-time.js";
import { KEY_END_DATE } from "../references.js";

const MS_PER_SECOND = 1000;

/** `outside-certificate` */
export const outsideCertificate: AuditRule = {
  id: "outside-certificate",
  severity: "warning",
  evidence: "third-party",
  reference: KEY_END_DATE,
  summary: "A key credential begins before its certificate or ends after it.",
  check({ sets }) {
    return sets.keys.flatMap(({ at, start, end, certificate }: PlacedKey) => {
      if (certificate === undefined) return [];
      const { notBefore, notAfter } = certificate;
      const fix = "Take both dates from the certificate when it is added anew.";
      const early =
        start !== undefined && start.getTime() < notBefore.getTime()
          ? [
              {
                at: `${at}/startDateTime`,
                message: `This entry begins before its certificate does, at ${formatDate(notBefore)}.`,
                fix,
              },
            ]
          : [];
      // An entry has fractions of a second, a certificate has none.
      const late =
        end !== undefined && end.getTime() >= notAfter.getTime() + MS_PER_SECOND
          ? [
              {
                at: `${at}/endDateTime`,
                message: `This entry ends after its certificate does, at ${formatDate(notAfter)}: it looks valid when nobody accepts it.`,
                fix,
              },
            ]
          : [];
      return [...early, ...late];
    });
  },
};
