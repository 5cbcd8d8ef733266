import { afterAll, describe, expect, it } from "vitest";
import type { ContractResult } from "../../src/contract/result.js";
import { RULES } from "../../src/contract/rules.js";
import { GENERATED_SCENARIOS, SCENARIOS } from "../../src/contract/scenarios.js";
import { PATIENT } from "../../src/contract/session/settling.js";
import { FAULTS } from "../../src/mock/faults.js";
import type { Row } from "./matrix.js";
import { countByRule, renderMatrix } from "./matrix.js";
import { failedRules, runOnMock as runAll } from "./mock-under-test.js";
import { injectUnknown, SETUPS, SOUND, VARIANTS, WRAPPED_FAULTS } from "./planted-faults.js";

/** Rules that note and never fail, since nothing is documented. */
const NOTES: readonly string[] = ["E7", "C10", "C11", "S14", "T5", "T6"];
const IDS = RULES.map(({ id }) => id);

/** The scripted ones: they find every fault, and always the same. */
const scenarios = SCENARIOS.map(({ id }) => id);
const runOnMock: typeof runAll = (mock, options, wrap) => runAll(mock, { scenarios, ...options }, wrap);

const rows: Row[] = [];

function notesOf(results: readonly ContractResult[], rule: string): string {
  const notes = results.filter((it) => it.rule === rule && it.status === "observation");
  return JSON.stringify(notes.map(({ pointer, expected, actual }) => [pointer, expected, actual]));
}

/** What is wrong, in words that say where to look. */
const faultsIn = (results: readonly ContractResult[]) =>
  results
    .filter(({ status }) => status === "fail")
    .map(({ rule, operation, scenario, pointer, expected: wanted, actual }) => ({
      place: `${rule} ${operation} ${scenario} ${pointer}`,
      wanted,
      actual,
    }));

describe("sound services", () => {
  it("are judged by every rule, and fail none", async () => {
    const results = await runOnMock();
    expect(faultsIn(results)).toEqual([]);
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

  it.each([1, 2, 3])("fail none of what is drawn with seed %d", async (seed) => {
    const drawn = GENERATED_SCENARIOS.map(({ id }) => id);
    expect(faultsIn(await runAll({}, { scenarios: drawn, seed, budget: { draws: 20 } }))).toEqual([]);
  });

  it.each(SOUND)("fail no rule where one %s", async (name, mock) => {
    const results = await runOnMock(mock);
    // One answer of 500 cannot be told from one that is always there: E4 tells of it where the request was at fault.
    const isFailing = mock.chaos?.errorBefore !== undefined || mock.chaos?.errorAfter !== undefined;
    expect(
      faultsIn(results).filter(({ place, actual }) => !(isFailing && place.startsWith("E4") && actual === 500)),
    ).toEqual([]);
    if (name === "throttles") expect(results.some(({ rule, status }) => rule === "T3" && status === "pass")).toBe(true);
  });

  it("fail no rule where replicas lag and the run waits for them", async () => {
    const mock = { consistency: { replicas: 3, lagMs: 20_000 } };
    expect(faultsIn(await runOnMock(mock, { settling: PATIENT }))).toEqual([]);
  });

  it("fail no rule where every object has a member that nobody declared", async () => {
    const drawn = GENERATED_SCENARIOS.map(({ id }) => id);
    const results = await runAll({}, { scenarios: [...scenarios, ...drawn], budget: { draws: 5 } }, injectUnknown());
    expect(faultsIn(results)).toEqual([]);
  });
});

describe("the kill matrix", () => {
  afterAll(() => process.stdout.write(`\n${renderMatrix(rows, IDS, NOTES)}`));

  it.each(FAULTS)("$name is killed by $rule", async ({ name, rule }) => {
    const caughtBy = failedRules(await runOnMock({ faults: [name], ...SETUPS[name] }));
    rows.push({ fault: name, named: rule, caughtBy });
    expect(caughtBy).toContain(rule);
  });

  it.each(WRAPPED_FAULTS)("$name is killed by $rule", async ({ name, rule, wrap }) => {
    const caughtBy = failedRules(await runOnMock({}, {}, wrap));
    rows.push({ fault: name, named: rule, caughtBy });
    expect(caughtBy).toContain(rule);
  });

  it.each(VARIANTS)("$name is noted by $rule and no failure", async ({ rule, mock, wrap }) => {
    const results = await runOnMock(mock, {}, wrap);
    expect(notesOf(results, rule)).not.toBe(notesOf(await runOnMock(), rule));
    expect(results.filter((it) => it.rule === rule && it.status === "fail")).toEqual([]);
  });

  it("has a fault for each rule that can fail", () => {
    const without = [...countByRule(rows, IDS)].filter(([, count]) => count === 0).map(([rule]) => rule);
    expect(without).toEqual(NOTES);
    expect(NOTES.filter((id) => !VARIANTS.some(({ rule }) => rule === id))).toEqual([]);
  });
});
