/** Counting, and the exit code that follows. */
import { describe, expect, it } from "vitest";
import type { Finding, Severity } from "../../../../src/findings/finding.js";
import type { Outcome } from "../../../../src/node/cli/outcome.js";
import { addToSummary, EMPTY_SUMMARY, exitCodeOf, isFailing } from "../../../../src/node/cli/outcome.js";
import { sampleReport } from "./sample-report.js";

const accepted: Outcome = { kind: "report", report: sampleReport() };
const rejected: Outcome = {
  kind: "report",
  report: sampleReport({ verdict: "reject", findings: [finding("warning"), finding("error")] }),
};
const warned: Outcome = { kind: "report", report: sampleReport({ findings: [finding("warning"), finding("info")] }) };
const unreadable: Outcome = { kind: "unreadable", unreadable: { file: "a", code: "ENOENT", message: "no such file" } };
const defect: Outcome = { kind: "defect", defect: { file: "a", message: "TypeError" } };

function finding(severity: Severity): Finding {
  return { id: "expired", severity, at: "pfx", message: "m", fix: "f", evidence: "standard", reference: "r" };
}

describe("a summary", () => {
  it("counts every outcome once", () => {
    const summary = [accepted, rejected, unreadable, warned, defect].reduce(addToSummary, EMPTY_SUMMARY);
    expect(summary).toEqual({ files: 5, accepted: 2, rejected: 1, unreadable: 1, failed: 1 });
  });

  it.each([
    [0, [accepted, warned]],
    [1, [accepted, rejected]],
    [3, [accepted, unreadable]],
    [3, [unreadable, rejected]],
    [70, [unreadable, rejected, defect]],
  ])("gives exit code %i", (code, outcomes) => {
    const hasFailing = outcomes.some((outcome) => isFailing(outcome, "error"));
    expect(exitCodeOf(outcomes.reduce(addToSummary, EMPTY_SUMMARY), hasFailing)).toBe(code);
  });
});

describe("isFailing", () => {
  it.each([
    ["error", [false, false, true, false]],
    ["warning", [false, true, true, false]],
    ["never", [false, false, false, false]],
  ] as const)("counts what %s says", (failOn, expected) => {
    expect([accepted, warned, rejected, unreadable].map((outcome) => isFailing(outcome, failOn))).toEqual(expected);
  });
});
