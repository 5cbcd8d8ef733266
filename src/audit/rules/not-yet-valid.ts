/** A certificate has not begun. */
import type { AuditRule } from "../audit-finding.js";
import { formatDate } from "../date-time.js";
import { HOW_TO } from "../references.js";
import { isInUse } from "../usage.js";

/** `not-yet-valid` */
export const notYetValid: AuditRule = {
  id: "not-yet-valid",
  severity: "info",
  evidence: "documented",
  reference: HOW_TO,
  summary:
    "A certificate has not begun: a warning where it is the preferred one or the only one, otherwise one in waiting.",
  check(subject) {
    return subject.sets.signing.flatMap((set) => {
      const { start, at } = set.sign;
      if (start === undefined || start <= subject.now) return [];
      const isUsed = subject.preferred === set || (subject.sets.signing.length === 1 && isInUse(set, subject));
      return [
        {
          at: `${at}/startDateTime`,
          severity: isUsed ? ("warning" as const) : ("info" as const),
          message: `This certificate begins at ${formatDate(start)}${isUsed ? " and is the one to sign with" : ""}.`,
          fix: isUsed
            ? "Activate a certificate that is valid now, and this one when it has begun."
            : "Nothing before it has begun; then it can be activated.",
        },
      ];
    });
  },
};
