/** What is worth saying about a file: data, never thrown. */
import type { OpenedFile } from "../credential/opened-file.js";
import type { Evidence } from "../readers/evidence.js";
import type { ReaderId } from "../readers/reader.js";

/** `error`: the target will not use the file. `warning`: it may not. `info`: worth knowing. */
export type Severity = "error" | "warning" | "info";

/** Where the file is meant to go: one of Graph's two actions, or a program or service that reads it. */
export type Target = "api-connector" | "token-signing" | ReaderId;

/** True for a program or service, false for one of Graph's actions. */
export function isReader(target: Target): target is ReaderId {
  return target !== "api-connector" && target !== "token-signing";
}

/** What a rule weighs for the two actions and for any reader; `null`: nothing that matters there. */
export interface SeverityByTarget {
  readonly "api-connector": Severity | null;
  readonly "token-signing": Severity | null;
  readonly reader: Severity | null;
}

/** One observation of a rule. */
export interface Finding {
  /** Stable name of the rule. */
  readonly id: string;
  readonly severity: Severity;
  /** The place in the file, such as `authSafe[1].safeBag[0]`. */
  readonly at: string;
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
  readonly evidence: Evidence;
  /** Where the evidence is to be found. */
  readonly reference: string;
}

/** What a rule looks at. */
export interface Subject {
  readonly opened: OpenedFile;
  readonly target: Target;
  readonly now: Date;
}

/** The part of a finding that differs from file to file; what a rule says of itself holds where it is left out. */
export type Observation = Pick<Finding, "at" | "message" | "fix"> &
  Partial<Pick<Finding, "severity" | "evidence" | "reference">>;

/** One rule: what it says of itself, and what it observes in a file. */
export interface Rule extends Pick<Finding, "id" | "evidence" | "reference"> {
  readonly severity: SeverityByTarget;
  /** One line for people: what the rule finds. */
  readonly summary: string;
  readonly check: (subject: Subject) => readonly Observation[];
}
