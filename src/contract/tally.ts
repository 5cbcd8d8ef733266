/** Turns what rules find into the results of a run: each finding once, and at the end what was fine. */
import { toCurl } from "./curl.js";
import { describeBytes } from "./describe-bytes.js";
import type { DeviationBook } from "./deviations.js";
import type { Judged } from "./judgement.js";
import type { ContractResult, Counterexample } from "./result.js";
import type { Rule, RuleResult } from "./rule.js";
import type { Mode } from "./scenario.js";
import { stale } from "./unplayed.js";

/** The results so far. */
export interface Tally {
  /** Findings of one scenario that have not been told yet. */
  readonly add: (
    scenario: string,
    judged: readonly Judged[],
    counterexample?: Counterexample,
  ) => Iterable<ContractResult>;
  /** Whether a failure at this place is one that no scenario has found yet. */
  readonly isNews: (rule: Rule, result: RuleResult) => boolean;
  /** Passes, skips, and deviations that must go. @param cut - why the run ended early */
  readonly finish: (cut: string | undefined) => Iterable<ContractResult>;
}

/**
 * A tally of these rules.
 * @param mode - of anything but a mock, what is only supposed is noted where it is not so, and fails nobody
 */
export function createTally(rules: readonly Rule[], book: DeviationBook, mode: Mode = "live"): Tally {
  const told = new Set<string>();
  const passed = new Map<string, { rule: Rule; operation: string }>();
  const failed = new Set<string>();
  const seen = new Set<Rule>();

  const add: Tally["add"] = function* (scenario, judged, counterexample) {
    for (const { rule, result: found } of judged) {
      seen.add(rule);
      const result = soften(found, mode);
      const place = `${rule.id} ${result.operation}`;
      if (result.status === "pass") {
        passed.set(place, { rule, operation: result.operation });
        continue;
      }
      const known = result.status === "fail" ? book.cover(rule.id, result) : undefined;
      if (result.status === "fail") failed.add(place);
      const name = nameOf(rule, result);
      if (told.has(name)) continue;
      told.add(name);
      yield {
        ...base(rule, result.operation, known === undefined ? result.status : "known"),
        ...(known === undefined ? {} : { source: known.source, reason: known.reason, expires: known.expires }),
        scenario,
        pointer: result.pointer,
        expected: result.expected ?? null,
        actual: result.actual ?? null,
        ...detailOf(result),
        exchanges: result.exchanges,
        ...(counterexample === undefined || result.status !== "fail" ? {} : { counterexample }),
        ...curlOf(result),
      };
    }
  };

  const finish: Tally["finish"] = function* (cut) {
    for (const [place, { rule, operation }] of passed) {
      if (!failed.has(place)) yield base(rule, operation, "pass");
    }
    for (const rule of rules) {
      if (!seen.has(rule)) yield { ...base(rule, "", "skip"), reason: cut ?? "nothing was there to judge" };
    }
    for (const { deviation, problem } of book.stale()) {
      // What was not come across may be behind the end.
      if (problem === "unused" && cut !== undefined) continue;
      yield stale(deviation, problem);
    }
  };
  return {
    add,
    finish,
    isNews: (rule, result) => soften(result, mode).status === "fail" && !told.has(nameOf(rule, result)),
  };
}

/** Nobody is accused of what nobody has verified. */
function soften(result: RuleResult, mode: Mode): RuleResult {
  const isOpen = result.isSupposed === true && result.status === "fail" && mode !== "mock";
  return isOpen ? { ...result, status: "observation" } : result;
}

const EMPTY = { scenario: "", pointer: "", expected: null, actual: null, exchanges: [] };

function base(
  { id, title, evidence, source }: Rule,
  operation: string,
  status: ContractResult["status"],
): ContractResult {
  return { ...EMPTY, rule: id, title, status, operation, evidence, source };
}

/** Octets that differ; of a list or an object the first. */
function detailOf({ status, expected, actual }: RuleResult): Pick<ContractResult, "detail"> {
  const detail = status === "fail" ? describeBytes(expected, actual) : undefined;
  return detail === undefined ? {} : { detail };
}

/** The request at fault: a write shows in the reads around it, which find nothing by themselves. */
function curlOf({ operation, exchanges }: RuleResult): Pick<ContractResult, "curl"> {
  const writes = exchanges.filter(({ request }) => request.method !== "GET");
  const fault =
    exchanges.findLast(({ operationId }) => (operationId ?? "other") === operation) ??
    writes.at(-1) ??
    exchanges.at(-1);
  return fault === undefined ? {} : { curl: toCurl(fault) };
}

/** One finding has one name: entries of lists are the same place, questions of observations are not. */
function nameOf({ id }: Rule, { status, operation, pointer, expected, actual }: RuleResult): string {
  const place = pointer.replaceAll(/\/\d+(?=\/|$)/g, "/*");
  const question = status === "observation" ? JSON.stringify([expected, actual]) : "";
  return [id, status, operation, place, question].join(" ");
}
