/** What is worth saying about a file: data, never thrown. */
import type { OpenedFile } from "../credential/opened-file.js";

/** `error`: the target will not use the file. `warning`: it may not. `info`: worth knowing. */
export type Severity = "error" | "warning" | "info";

/**
 * How well a finding is founded: in a standard, in Microsoft's documentation, in what third parties observed, or as a
 * conclusion that nobody has verified.
 */
export type Evidence = "standard" | "documented" | "third-party" | "hypothesis";

/** Where the file is meant to go. */
export type Target = "api-connector";

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

/** The part of a finding that differs from file to file. */
export type Observation = Pick<Finding, "at" | "message" | "fix"> & Partial<Pick<Finding, "severity">>;

/** One rule: what it says of itself, and what it observes in a file. */
export interface Rule extends Pick<Finding, "id" | "severity" | "evidence" | "reference"> {
  /** One line for people: what the rule finds. */
  readonly summary: string;
  readonly check: (subject: Subject) => readonly Observation[];
}
