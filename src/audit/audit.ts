/** Runs every rule over the credentials of a servicePrincipal. */
import { readServicePrincipal } from "../graph/service-principal.js";
import type { AuditFinding, AuditRule, AuditSubject } from "./audit-finding.js";
import { sortCredentials } from "./credential-sets.js";
import { AUDIT_RULES } from "./rules.js";
import { findPreferredSet } from "./usage.js";

/** What {@link auditServicePrincipal} needs to know. */
export interface AuditOptions {
  /** The time to judge for. */
  readonly now: Date;
  /** How long before its end a certificate expires soon: 0 to 3650 days; default 30. */
  readonly expiresWithinDays?: number | undefined;
}

const DEFAULT_DAYS = 30;
/** The most that `expiresWithinDays` may be: ten years. */
export const MOST_EXPIRES_WITHIN_DAYS = 3650;

/**
 * Judges the credentials of a servicePrincipal as Graph shows them. A read without `$select`, where `key` is null and a
 * Sign key is of type AsymmetricX509Cert, is as good as any; with the `key` of the Verify entries more can be seen. A
 * preferredTokenSigningKeyThumbprint that was not read is not judged. Client secrets are none of its business.
 * @param json - a servicePrincipal, as `GET /servicePrincipals/{id}` answers it
 * @param rules - default: all, in the order in which their findings are listed
 * @returns findings by rule, then by place; empty for a servicePrincipal that nothing is wrong with
 * @throws {MalformedError} `ERR_GRAPH_SERVICE_PRINCIPAL` for what is no servicePrincipal; `at` is a JSON pointer
 * @throws {RangeError} for days out of range or a `now` that is no date
 */
export function auditServicePrincipal(
  json: unknown,
  { now, expiresWithinDays = DEFAULT_DAYS }: AuditOptions,
  rules: readonly AuditRule[] = AUDIT_RULES,
): readonly AuditFinding[] {
  if (Number.isNaN(now.getTime())) throw new RangeError('"now" expected a valid date');
  if (!(expiresWithinDays >= 0 && expiresWithinDays <= MOST_EXPIRES_WITHIN_DAYS)) {
    throw new RangeError(`"expiresWithinDays" expected 0..${MOST_EXPIRES_WITHIN_DAYS}, got ${expiresWithinDays}`);
  }
  const servicePrincipal = readServicePrincipal(json);
  const sets = sortCredentials(servicePrincipal);
  const preferred = findPreferredSet(servicePrincipal, sets);
  const subject: AuditSubject = { servicePrincipal, sets, preferred, now, expiresWithinDays };
  return rules.flatMap(({ id, severity, evidence, reference, check }) =>
    check(subject).map((observation) => ({ id, severity, evidence, reference, ...observation })),
  );
}
