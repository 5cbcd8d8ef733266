/** The two sides of a rule: servicePrincipals that it must catch, with what it says, and those it must leave alone. */
import type { AuditFinding } from "../../../src/audit/audit-finding.js";
import type { ReadServicePrincipal } from "../../../src/graph/service-principal.js";

/** A servicePrincipal by what is special about it. */
export interface ServicePrincipalCase {
  readonly name: string;
  readonly json: ReadServicePrincipal;
  readonly expiresWithinDays?: number;
}

/** What the rule says: its findings in order. */
export interface CaughtCase extends ServicePrincipalCase {
  readonly says: readonly Pick<AuditFinding, "at" | "severity">[];
}

/** The two sides of one rule. */
export interface AuditRuleCases {
  readonly catches: readonly CaughtCase[];
  readonly leaves: readonly ServicePrincipalCase[];
}

export const error = (at: string): CaughtCase["says"] => [{ at, severity: "error" }];
export const warning = (at: string): CaughtCase["says"] => [{ at, severity: "warning" }];
export const info = (at: string): CaughtCase["says"] => [{ at, severity: "info" }];
