/** What is worth saying about the credentials of a servicePrincipal: data, never thrown. */
import type { ReadServicePrincipal } from "../graph/service-principal.js";
import type { Evidence } from "../readers/evidence.js";
import type { CredentialSets, SigningSet } from "./credential-sets.js";

/**
 * `error`: sign-in fails, or Graph refuses the set when it is sent back. `warning`: it will fail, or may. `info`: worth
 * knowing, or worth tidying.
 */
export type AuditSeverity = "error" | "warning" | "info";

/** One observation of a rule. */
export interface AuditFinding {
  /** Stable name of the rule. */
  readonly id: string;
  readonly severity: AuditSeverity;
  /** JSON pointer (RFC 6901) into the servicePrincipal, such as `/keyCredentials/2/customKeyIdentifier`. */
  readonly at: string;
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
  readonly evidence: Evidence;
  /** Where the evidence is to be found. */
  readonly reference: string;
}

/** What a rule looks at. */
export interface AuditSubject {
  readonly servicePrincipal: ReadServicePrincipal;
  readonly sets: CredentialSets;
  /** The set that the servicePrincipal prefers, as far as what was read can tell. */
  readonly preferred: SigningSet | undefined;
  readonly now: Date;
  /** How long before its end a certificate expires soon. */
  readonly expiresWithinDays: number;
}

/** The part of a finding that differs from place to place; what a rule says of itself holds where it is left out. */
export type AuditObservation = Pick<AuditFinding, "at" | "message" | "fix"> &
  Partial<Pick<AuditFinding, "severity" | "evidence" | "reference">>;

/** One rule: what it says of itself, and what it observes. */
export interface AuditRule extends Pick<AuditFinding, "id" | "severity" | "evidence" | "reference"> {
  /** One line for people: what the rule finds. */
  readonly summary: string;
  readonly check: (subject: AuditSubject) => readonly AuditObservation[];
}
