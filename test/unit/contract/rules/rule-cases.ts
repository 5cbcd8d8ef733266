/** What a rule must catch and what it must leave alone, as tests. */
import { describe, expect, it } from "vitest";
import type { Exchange } from "../../../../src/contract/exchange.js";
import { judge } from "../../../../src/contract/judgement.js";
import type { Rule, RuleResult } from "../../../../src/contract/rule.js";
import { testProvider } from "../../../setup/provider.js";
import type { line } from "./exchanges.js";
import { traffic } from "./exchanges.js";

type Lines = readonly ReturnType<typeof line>[];

/** Cases of one rule, each with a name. */
export interface RuleCases {
  /** The one failure, or each of them, with what is said of it. */
  readonly catches: readonly (readonly [name: string, lines: Lines, ...failures: readonly Partial<RuleResult>[]])[];
  /** As `catches`, for what only a mock fails. */
  readonly supposes?: RuleCases["catches"];
  /** Judged, and found to be in order. */
  readonly passes?: readonly (readonly [name: string, lines: Lines])[];
  /** Nothing is said of it. */
  readonly ignores?: readonly (readonly [name: string, lines: Lines])[];
  /** Noted, and no failure. */
  readonly notes?: RuleCases["catches"];
}

async function resultsOf(rule: Rule, lines: Lines): Promise<readonly RuleResult[]> {
  const exchanges: readonly Exchange[] = traffic(...lines);
  return (await judge(exchanges, [rule], testProvider)).map(({ result }) => result);
}

const failing = (results: readonly RuleResult[]): readonly RuleResult[] =>
  results.filter(({ status }) => status === "fail");

/** Defines the tests. */
export function ruleCases(rule: Rule, cases: RuleCases): void {
  const { catches, supposes = [], passes = [], ignores = [], notes = [] } = cases;
  describe(`${rule.id}: ${rule.title}`, () => {
    it.each(catches)("catches %s", async (_, lines, ...failures) => {
      const found = failing(await resultsOf(rule, lines));
      expect(found).toMatchObject(failures);
      expect(found.filter(({ isSupposed }) => isSupposed === true)).toEqual([]);
    });
    it.each(supposes)("supposes that it is wrong: %s", async (_, lines, ...failures) => {
      const found = failing(await resultsOf(rule, lines));
      expect(found).toMatchObject(failures.map((it) => ({ ...it, isSupposed: true })));
      expect(rule.evidence).toContain("hypothesis");
    });
    it.each(passes)("leaves %s alone", async (_, lines) => {
      const results = await resultsOf(rule, lines);
      expect(failing(results).map(({ pointer, expected, actual }) => ({ pointer, expected, actual }))).toEqual([]);
      expect(results.some(({ status }) => status === "pass")).toBe(true);
    });
    it.each(ignores)("says nothing of %s", async (_, lines) => {
      expect((await resultsOf(rule, lines)).filter(({ status }) => status !== "observation")).toEqual([]);
    });
    it.each(notes)("notes %s", async (_, lines, ...observations) => {
      const results = await resultsOf(rule, lines);
      expect(results.filter(({ status }) => status === "observation")).toMatchObject(observations);
      expect(failing(results)).toEqual([]);
    });
  });
}
