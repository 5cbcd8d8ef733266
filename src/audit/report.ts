/** A whole audit as one plain object: what a program reads. */
import { readServicePrincipal } from "../graph/service-principal.js";
import type { AuditOptions } from "./audit.js";
import { auditServicePrincipal } from "./audit.js";
import type { AuditFinding, AuditSeverity } from "./audit-finding.js";

/** An audit with what it was made of; as JSON it fits `spec/audit-report.schema.json` but for the envelope. */
export interface AuditReport {
  /** Which one was judged; `null` for what was not read. */
  readonly servicePrincipal: {
    readonly id: string | null;
    readonly appId: string | null;
    readonly displayName: string | null;
    readonly preferredTokenSigningKeyThumbprint: string | null;
  };
  /** The time that was judged for, ISO 8601 in UTC. */
  readonly now: string;
  readonly findings: readonly AuditFinding[];
  /** How many findings there are of each severity. */
  readonly summary: Readonly<Record<AuditSeverity, number>>;
}

/** As {@link auditServicePrincipal}, with counts. */
export function createAuditReport(json: unknown, options: AuditOptions): AuditReport {
  const findings = auditServicePrincipal(json, options);
  const { id, appId, displayName, preferredTokenSigningKeyThumbprint } = readServicePrincipal(json);
  const count = (severity: AuditSeverity): number => findings.filter((finding) => finding.severity === severity).length;
  return {
    servicePrincipal: {
      id: id ?? null,
      appId: appId ?? null,
      displayName: displayName ?? null,
      preferredTokenSigningKeyThumbprint: preferredTokenSigningKeyThumbprint ?? null,
    },
    now: options.now.toISOString(),
    findings,
    summary: { error: count("error"), warning: count("warning"), info: count("info") },
  };
}
