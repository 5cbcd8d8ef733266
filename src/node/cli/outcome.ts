/** What became of each path of a call, and of all of them together. */
import type { Severity } from "../../findings/finding.js";
import type { Report } from "../../preflight/report.js";
import { EXIT_CODE } from "./exit-codes.js";

/** A path that could not be read. */
export interface UnreadablePath {
  /** As it was given. */
  readonly file: string;
  /** As the system names it, such as `ENOENT`. */
  readonly code: string;
  readonly message: string;
}

/** A path on which this program failed: a defect of its own. */
export interface Defect {
  /** As it was given. */
  readonly file: string;
  /** What kind of error it was and where in the program, without anything of the file. */
  readonly message: string;
}

/** A report, or why there is none. */
export type Outcome =
  | { readonly kind: "report"; readonly report: Report }
  | { readonly kind: "unreadable"; readonly unreadable: UnreadablePath }
  | { readonly kind: "defect"; readonly defect: Defect };

/** Counts over all paths of a call; `files` is the sum of the others. */
export interface Summary {
  readonly files: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly unreadable: number;
  readonly failed: number;
}

/** The summary of no path at all. */
export const EMPTY_SUMMARY: Summary = { files: 0, accepted: 0, rejected: 0, unreadable: 0, failed: 0 };

/** The summary with one more outcome: nothing else has to be kept of the paths before. */
export function addToSummary(summary: Summary, outcome: Outcome): Summary {
  const name = counterOf(outcome);
  return { ...summary, files: summary.files + 1, [name]: summary[name] + 1 };
}

function counterOf(outcome: Outcome): Exclude<keyof Summary, "files"> {
  switch (outcome.kind) {
    case "unreadable":
      return "unreadable";
    case "defect":
      return "failed";
    case "report":
      return outcome.report.verdict === "accept" ? "accepted" : "rejected";
  }
}

/** What `--fail-on` takes: the least severity that makes a call fail. */
export const FAIL_ON = ["error", "warning", "never"] as const;

/** One of them. */
export type FailOn = (typeof FAIL_ON)[number];

const FAILING: Readonly<Record<FailOn, readonly Severity[]>> = {
  error: ["error"],
  warning: ["error", "warning"],
  never: [],
};

/** Whether a report makes the call fail. What is no report does so in its own way. */
export function isFailing(outcome: Outcome, failOn: FailOn): boolean {
  return outcome.kind === "report" && hasFailing(outcome.report.findings, failOn);
}

/** Whether one of the findings counts. */
export function hasFailing(findings: readonly { readonly severity: Severity }[], failOn: FailOn): boolean {
  return findings.some(({ severity }) => FAILING[failOn].includes(severity));
}

/**
 * The exit code of a call.
 * @param hasFailing - whether any outcome {@link isFailing}
 */
export function exitCodeOf({ failed, unreadable }: Summary, hasFailing: boolean): number {
  if (failed > 0) return EXIT_CODE.internal;
  if (unreadable > 0) return EXIT_CODE.unreadable;
  return hasFailing ? EXIT_CODE.rejected : EXIT_CODE.accepted;
}
