/** The certificate that shall sign has expired. */
import type { AuditRule } from "../audit-finding.js";
import { formatDate } from "../date-time.js";
import { MANAGE_CERTIFICATES } from "../references.js";

/** `preferred-expired` */
export const preferredExpired: AuditRule = {
  id: "preferred-expired",
  severity: "error",
  evidence: "documented",
  reference: MANAGE_CERTIFICATES,
  summary: "The certificate that preferredTokenSigningKeyThumbprint names has expired.",
  check(subject) {
    const set = subject.preferred;
    const end = set?.sign.end;
    if (set === undefined || end === undefined || end >= subject.now) return [];
    return [
      {
        at: "/preferredTokenSigningKeyThumbprint",
        message: `This names the certificate of ${set.sign.at}, which ended at ${formatDate(end)}: applications that look at its dates refuse what it signs.`,
        fix: "Add a new certificate, tell the applications of it, and activate it; where another valid one is there, activate that.",
      },
    ];
  },
};
