/** Counting, and the exit code that follows. */
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../../src/node/cli/outcome.js";
import { addToSummary, EMPTY_SUMMARY, exitCodeOfSummary } from "../../../../src/node/cli/outcome.js";
import { sampleReport } from "./sample-report.js";

const accepted: Outcome = { kind: "report", report: sampleReport() };
const rejected: Outcome = { kind: "report", report: sampleReport({ verdict: "reject" }) };
const unreadable: Outcome = { kind: "unreadable", unreadable: { file: "a", code: "ENOENT", message: "no such file" } };

describe("a summary", () => {
  it("counts every outcome once", () => {
    const summary = [accepted, rejected, unreadable, accepted].reduce(addToSummary, EMPTY_SUMMARY);
    expect(summary).toEqual({ files: 4, accepted: 2, rejected: 1, unreadable: 1 });
  });

  it.each([
    [0, [accepted, accepted]],
    [1, [accepted, rejected]],
    [3, [accepted, unreadable]],
    [3, [unreadable, rejected]],
  ])("gives exit code %i", (code, outcomes) => {
    expect(exitCodeOfSummary(outcomes.reduce(addToSummary, EMPTY_SUMMARY))).toBe(code);
  });
});
