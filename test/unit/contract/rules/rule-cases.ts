/** What a rule must catch and what it must leave alone, as tests. */
import { describe, expect, it } from "vitest";
import type { Exchange } from "../../../../src/contract/exchange.js";
import { isEqual } from "../../../../src/contract/judge.js";
import { judge } from "../../../../src/contract/judgement.js";
import type { Rule, RuleResult } from "../../../../src/contract/rule.js";
import { testProvider } from "../../../setup/provider.js";
import type { line } from "./exchanges.js";
import { traffic } from "./exchanges.js";

type Lines = readonly ReturnType<typeof line>[];
type Wanted = Partial<RuleResult>;

/** Cases of one rule, each with a name. */
export interface RuleCases {
  /** The one failure, or each of them, with what is said of it. */
  readonly catches: readonly (readonly [name: string, lines: Lines, Wanted, ...more: readonly Wanted[]])[];
  /** As `catches`, for what only a mock fails. */
  readonly supposes?: RuleCases["catches"];
  /** Judged, and found to be in order. */
  readonly passes?: readonly (readonly [name: string, lines: Lines])[];
  /** Nothing is said of it. */
  readonly ignores?: readonly (readonly [name: string, lines: Lines])[];
  /** Noted, and no failure; without anything behind the lines, nothing is. */
  readonly notes?: readonly (readonly [name: string, lines: Lines, ...notes: readonly Wanted[]])[];
}

/** Without their exchanges, which nobody wants to read where a test fails. */
async function resultsOf(rule: Rule, lines: Lines): Promise<readonly Omit<RuleResult, "exchanges">[]> {
  const exchanges: readonly Exchange[] = traffic(...lines);
  return (await judge(exchanges, [rule], testProvider)).map(({ result: { exchanges: _, ...result } }) => result);
}

/** Each finding once, as a run tells it. */
const failing = (results: Awaited<ReturnType<typeof resultsOf>>) =>
  results.filter(
    ({ status, pointer, expected, actual }, index) =>
      status === "fail" &&
      index ===
        results.findIndex(
          (it) => it.status === "fail" && isEqual([it.pointer, it.expected, it.actual], [pointer, expected, actual]),
        ),
  );

const toCase = ([name, lines, ...wanted]: readonly [string, Lines, ...Wanted[]]) => ({ name, lines, wanted });

/** Defines the tests. */
export function ruleCases(rule: Rule, cases: RuleCases): void {
  const { catches, supposes = [], passes = [], ignores = [], notes = [] } = cases;
  describe(`${rule.id}: ${rule.title}`, () => {
    it("has a case that it must find", () => {
      const wanted = [...catches, ...supposes, ...notes].map(toCase);
      expect(wanted.some((it) => it.wanted.length > 0)).toBe(true);
    });
    it.each(catches.map(toCase))("catches $name", async ({ lines, wanted }) => {
      const found = failing(await resultsOf(rule, lines));
      expect(found).toMatchObject(wanted);
      expect(found.filter(({ isSupposed }) => isSupposed === true)).toEqual([]);
    });
    it.each(supposes.map(toCase))("supposes that it is wrong: $name", async ({ lines, wanted }) => {
      const found = failing(await resultsOf(rule, lines));
      expect(found).toMatchObject(wanted.map((it) => ({ ...it, isSupposed: true })));
      expect(rule.evidence).toContain("hypothesis");
    });
    it.each(passes.map(toCase))("leaves $name alone", async ({ lines }) => {
      const results = await resultsOf(rule, lines);
      expect(failing(results).map(({ pointer, expected, actual }) => ({ pointer, expected, actual }))).toEqual([]);
      expect(results.some(({ status }) => status === "pass")).toBe(true);
    });
    it.each(ignores.map(toCase))("says nothing of $name", async ({ lines }) => {
      expect((await resultsOf(rule, lines)).filter(({ status }) => status !== "observation")).toEqual([]);
    });
    it.each(notes.map(toCase))("notes $name", async ({ lines, wanted }) => {
      const results = await resultsOf(rule, lines);
      expect(results.filter(({ status }) => status === "observation")).toMatchObject(wanted);
      expect(failing(results)).toEqual([]);
    });
  });
}
