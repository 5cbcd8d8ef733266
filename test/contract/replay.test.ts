import { describe, expect, it } from "vitest";
import { GENERATED_SCENARIOS } from "../../src/contract/scenarios.js";
import type { FaultName } from "../../src/mock/fault-set.js";
import { failedRules, runOnMock } from "./mock-under-test.js";

const DRAWN: readonly string[] = GENERATED_SCENARIOS.map(({ id }) => id);

describe("drawn scenarios", () => {
  it("find nothing wrong with a sound mock", async () => {
    const results = await runOnMock({}, { scenarios: DRAWN, budget: { draws: 20 }, seed: 7 });
    const wrong = results.filter(({ status }) => status === "fail");
    expect(wrong.map(({ rule, counterexample, pointer }) => [rule, counterexample?.text, pointer])).toEqual([]);
    const passed = new Set(results.filter(({ status }) => status === "pass").map(({ rule }) => rule));
    for (const rule of ["C1", "C3", "C4", "C5", "C6", "C7", "C9", "S1", "S5", "S7", "S10", "S11", "S13", "T7"]) {
      expect(passed, rule).toContain(rule);
    }
  });

  it.each([
    ["drawn-uploads", "picks-first-bag", "C4"],
    ["drawn-uploads", "accepts-anything", "C7"],
    ["drawn-connectors", "lost-update", "C1"],
    ["drawn-mintings", "no-default", "S5"],
    ["drawn-races", "parallel-loses", "T7"],
    ["connector-sequences", "never-recomputed", "C6"],
    ["connector-sequences", "patch-appends", "C9"],
    ["principal-sequences", "wrong-pair-removed", "S11"],
    ["principal-sequences", "second-wins", "S10"],
  ] as const)("%s finds %s by %s, small, and again by seed and path", async (scenario, fault: FaultName, rule) => {
    const results = await runOnMock({ faults: [fault] }, { scenarios: [scenario], budget: { draws: 60 } });
    const found = results.find((it) => it.rule === rule && it.status === "fail");
    expect(failedRules(results)).toContain(rule);
    const { counterexample } = found ?? {};
    if (counterexample === undefined) throw new Error("the finding does not say what was drawn");
    // Shrunk: no fault of these needs more than four commands.
    if (scenario.endsWith("sequences")) expect(counterexample.text.split(/,(?= [a-z])/).length).toBeLessThanOrEqual(6);
    const again = await runOnMock({ faults: [fault] }, { replay: counterexample });
    expect(again.find((it) => it.rule === rule && it.status === "fail")?.counterexample?.text).toBe(
      counterexample.text,
    );
    // On a sound service the same draw is fine.
    expect(failedRules(await runOnMock({}, { replay: counterexample }))).toEqual([]);
  });
});
