/** The two sides of a rule: files that it must catch, with what it says of them, and files that it must leave alone. */
import type { OpenedFile } from "../../../src/credential/opened-file.js";
import type { Finding, Target } from "../../../src/findings/finding.js";

/** A file by what is special about it. */
export interface FileCase {
  readonly name: string;
  readonly file: () => Promise<OpenedFile>;
  /** Default: `api-connector`. */
  readonly target?: Target;
}

/** What the rule says of a file: its findings in order. */
export interface CaughtCase extends FileCase {
  readonly says: readonly Pick<Finding, "at" | "severity">[];
}

/** The two sides of one rule. */
export interface RuleCases {
  readonly catches: readonly CaughtCase[];
  readonly leaves: readonly FileCase[];
}
