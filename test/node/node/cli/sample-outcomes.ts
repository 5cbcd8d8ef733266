/** One outcome of each kind, and findings to put into reports. */
import type { Finding } from "../../../../src/findings/finding.js";
import type { Outcome, Summary } from "../../../../src/node/cli/outcome.js";
import { addToSummary, EMPTY_SUMMARY } from "../../../../src/node/cli/outcome.js";
import type { Reporter } from "../../../../src/node/cli/reporter.js";
import { sampleReport } from "./sample-report.js";

/** An error of a rule that exists. */
export function sampleFinding(changes: Partial<Finding> = {}): Finding {
  return {
    id: "expired",
    severity: "error",
    at: "authSafe[0].safeBag[0]",
    message: "The certificate expired.",
    fix: "Renew it.",
    evidence: "documented",
    reference: "https://example.com/certificates",
    ...changes,
  };
}

/** A rejected file with an error and a warning. */
export function rejectedOutcome(file = "rejected.pfx"): Outcome {
  const findings = [sampleFinding(), sampleFinding({ id: "trailing-data", severity: "warning", at: "pfx" })];
  return { kind: "report", report: sampleReport({ file, verdict: "reject", findings }) };
}

/** An accepted file without findings. */
export function acceptedOutcome(file = "accepted.pfx"): Outcome {
  return { kind: "report", report: sampleReport({ file }) };
}

/** A path that is not there. */
export function unreadableOutcome(file = "missing.pfx"): Outcome {
  return { kind: "unreadable", unreadable: { file, code: "ENOENT", message: "no such file or folder" } };
}

/** A path on which the program failed. */
export function defectOutcome(file = "defect.pfx"): Outcome {
  return { kind: "defect", defect: { file, message: "TypeError at open (open.js:1:1)" } };
}

/** Tells a reporter of outcomes and of the end, as a call does. */
export async function tell(reporter: Reporter, outcomes: readonly Outcome[], isComplete = true): Promise<Summary> {
  for (const outcome of outcomes) await reporter.add(outcome);
  const summary = outcomes.reduce(addToSummary, EMPTY_SUMMARY);
  await reporter.end(summary, { isComplete });
  return summary;
}
