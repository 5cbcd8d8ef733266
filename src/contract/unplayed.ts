/** Results of a run that are of no rule. */
import type { Deviation, Staleness } from "./deviations.js";
import type { Leftover } from "./live/clean-up.js";
import type { ContractResult } from "./result.js";

const EMPTY = {
  operation: "",
  pointer: "",
  expected: null,
  actual: null,
  exchanges: [],
  evidence: ["design"],
} as const;

/** A scenario that the service has nothing for. */
export function unplayed(scenario: string, reason: string): ContractResult {
  const title = `The scenario ${scenario} can be played`;
  return { ...EMPTY, rule: "scenarios", title, status: "skip", scenario, source: "graph-certkit", reason };
}

/** What a live run has made and could not delete. */
export function uncleaned(left: readonly Leftover[]): ContractResult {
  return {
    ...EMPTY,
    rule: "clean-up",
    title: "What the run has made is deleted",
    status: "fail",
    scenario: "",
    source: "graph-certkit",
    expected: [],
    reason: "the sweep deletes it by the journal, or by its name once it is old enough",
    actual: toJsonList(left),
  };
}

/** What a live run has deleted, and not for good: a permission may be missing, which is no fault of the service. */
export function kept(items: readonly Leftover[]): ContractResult {
  return {
    ...EMPTY,
    rule: "clean-up",
    title: "What the run has deleted is not kept in deletedItems",
    status: "observation",
    scenario: "",
    source: "https://learn.microsoft.com/graph/api/directory-deleteditems-delete",
    expected: [],
    reason: "it can be restored for 30 days, and counts toward the quota for as long",
    actual: toJsonList(items),
  };
}

const toJsonList = (items: readonly Leftover[]): readonly object[] =>
  items.map(({ kind, id, displayName, reason }) => ({ kind, id: id ?? null, displayName, reason }));

/** A known difference that must go. */
export function stale(
  { rule, operation = "", pointer = "", source, reason }: Deviation,
  problem: Staleness,
): ContractResult {
  const title = `A known difference of ${rule} is ${problem}`;
  return { ...EMPTY, rule: "deviations", title, status: "fail", scenario: "", operation, pointer, source, reason };
}
