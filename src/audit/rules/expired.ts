/** A certificate has ended. */
import type { AuditRule, AuditSeverity } from "../audit-finding.js";
import { formatDate } from "../date-time.js";
import { MANAGE_CERTIFICATES } from "../references.js";
import { isValid } from "../usage.js";

/** `expired` */
export const expired: AuditRule = {
  id: "expired",
  severity: "info",
  evidence: "documented",
  reference: MANAGE_CERTIFICATES,
  summary: "A certificate has ended: an error where no valid one is left to sign, otherwise something to tidy.",
  check(subject) {
    const { now, sets } = subject;
    const preferred = subject.preferred;
    const isOneLeft = sets.signing.some(({ sign }) => isValid(sign, now));
    const unused = {
      severity: "info" as AuditSeverity,
      said: "It is not in use for signing",
      fix: "Remove its three entries in one PATCH, all other entries unchanged.",
    };
    const needed = {
      severity: "error" as AuditSeverity,
      said: "No valid certificate is left to sign with",
      fix: "Add a new certificate, tell the applications of it, and activate it.",
    };
    const client = {
      severity: "warning" as AuditSeverity,
      said: "A client can no longer authenticate with it",
      fix: "Send keyCredentials without it, all other entries unchanged, or with its successor where a client still needs one.",
    };
    // What preferred-expired says is not said again.
    const signing = sets.signing
      .filter((set) => set !== preferred)
      .map(({ sign }) => ({ key: sign, ...(isOneLeft || preferred !== undefined ? unused : needed) }));
    const lone = sets.loneVerifies.map((key) => ({ key, ...client }));
    return [...signing, ...lone].flatMap(({ key, severity, said, fix }) => {
      if (key.end === undefined || key.end >= now) return [];
      const message = `This certificate ended at ${formatDate(key.end)}. ${said}.`;
      return [{ at: `${key.at}/endDateTime`, severity, message, fix }];
    });
  },
};
