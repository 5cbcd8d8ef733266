import { afterAll, describe, expect, it } from "vitest";
import type { ContractResult } from "../../src/contract/result.js";
import { RULES } from "../../src/contract/rules.js";
import { SCENARIOS } from "../../src/contract/scenarios.js";
import type { FaultName } from "../../src/mock/fault-set.js";
import { FAULT_NAMES } from "../../src/mock/fault-set.js";
import { printMatrix } from "./matrix.js";
import { failedRules, runOnMock as runAll } from "./mock-under-test.js";
import { RULES_BY_FAULT, SETUPS, VARIANTS, WRAPPED_FAULTS } from "./planted-faults.js";

/** Rules that note and never fail, since nothing is documented. */
const NOTES: readonly string[] = ["E7", "C10", "C11", "S14", "T5", "T6"];

/** The scripted ones: they find every fault, and always the same. */
const scenarios = SCENARIOS.map(({ id }) => id);
const runOnMock: typeof runAll = (mock, options, wrap) => runAll(mock, { scenarios, ...options }, wrap);

const caught = new Map<string, readonly string[]>();

function notesOf(results: readonly ContractResult[], rule: string): string {
  const notes = results.filter((it) => it.rule === rule && it.status === "observation");
  return JSON.stringify(notes.map(({ pointer, expected, actual }) => [pointer, expected, actual]));
}

describe("the kill matrix", () => {
  afterAll(() =>
    printMatrix(
      caught,
      RULES.map(({ id }) => id),
    ),
  );

  it("finds nothing wrong with a sound mock", async () => {
    const results = await runOnMock();
    expect(failedRules(results)).toEqual([]);
    // What is never judged is never found.
    expect(results.filter(({ status }) => status === "skip").map(({ rule }) => rule)).toEqual(["E7", "T3"]);
    const passes = results
      .filter(({ status }) => status === "pass")
      .map(({ rule, operation }) => `${rule} ${operation}`);
    for (const { id, operations } of RULES.filter(({ id }) => !NOTES.includes(id) && id !== "T3")) {
      const [operation = ""] = operations;
      expect(
        passes.some((pass) => pass.startsWith(`${id} ${operation}`)),
        id,
      ).toBe(true);
    }
    expect(passes).toContain("S9 servicePrincipal.addPassword");
  });

  it("finds nothing wrong with a sound mock that throttles", async () => {
    const results = await runOnMock(SETUPS["no-retry-after"]);
    expect(failedRules(results)).toEqual([]);
    expect(results.some(({ rule, status }) => rule === "T3" && status === "pass")).toBe(true);
  });

  it.each(FAULT_NAMES)("%s is found by its rules", async (fault: FaultName) => {
    const found = failedRules(await runOnMock({ faults: [fault], ...SETUPS[fault] }));
    caught.set(fault, found);
    expect(found).toEqual(expect.arrayContaining([...RULES_BY_FAULT[fault]]));
  });

  it.each(WRAPPED_FAULTS)("$name is found by its rule", async ({ name, rules, wrap }) => {
    const found = failedRules(await runOnMock({}, {}, wrap));
    caught.set(name, found);
    expect(found).toEqual(expect.arrayContaining([...rules]));
  });

  it.each(VARIANTS)("$name is noted by $rule and no failure", async ({ name, rule, mock, wrap }) => {
    const results = await runOnMock(mock, {}, wrap);
    caught.set(name, [rule]);
    expect(notesOf(results, rule)).not.toBe(notesOf(await runOnMock(), rule));
    expect(results.filter((it) => it.rule === rule && it.status === "fail")).toEqual([]);
    // An undocumented answer must not turn another rule red.
    if (wrap === undefined) expect(failedRules(results)).toEqual([]);
  });

  it("has a fault for each rule, which it names", () => {
    const named = new Set([...Object.values(RULES_BY_FAULT).flat(), ...WRAPPED_FAULTS.flatMap(({ rules }) => rules)]);
    const noted = VARIANTS.map(({ rule }) => rule);
    expect(RULES.map(({ id }) => id).filter((id) => !named.has(id))).toEqual(NOTES);
    expect(NOTES.filter((id) => !noted.includes(id))).toEqual([]);
  });
});
