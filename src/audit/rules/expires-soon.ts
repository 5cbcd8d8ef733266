/** A certificate ends within days. */
import type { AuditRule } from "../audit-finding.js";
import { formatDate } from "../date-time.js";
import { MANAGE_CERTIFICATES } from "../references.js";
import { isInUse } from "../usage.js";

const MS_PER_DAY = 86_400_000;

/** `expires-soon` */
export const expiresSoon: AuditRule = {
  id: "expires-soon",
  severity: "warning",
  evidence: "documented",
  reference: MANAGE_CERTIFICATES,
  summary:
    "A certificate that is in use ends within the days that were asked for (30 by default); one that is not is only told of.",
  check(subject) {
    const { now, expiresWithinDays, sets } = subject;
    const signing = sets.signing.map((set) => ({ key: set.sign, isUsed: isInUse(set, subject) }));
    const lone = sets.loneVerifies.map((key) => ({ key, isUsed: true }));
    return [...signing, ...lone].flatMap(({ key, isUsed }) => {
      if (key.end === undefined) return [];
      const left = key.end.getTime() - now.getTime();
      if (left < 0 || left > expiresWithinDays * MS_PER_DAY) return [];
      const days = Math.floor(left / MS_PER_DAY);
      const rest = days === 0 ? "in less than a day" : days === 1 ? "in a day" : `in ${days} days`;
      return [
        {
          at: `${key.at}/endDateTime`,
          message: `This certificate ends ${rest}, at ${formatDate(key.end)}.`,
          fix: isUsed
            ? "Add its successor now, tell those who rely on it, and activate it while this one is valid."
            : "Nothing: another certificate is in use. It can be removed.",
          ...(isUsed ? {} : { severity: "info" as const }),
        },
      ];
    });
  },
};
