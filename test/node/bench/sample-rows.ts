/** Rows and results as a run would give them. */
import type { Bound } from "../../../tools/bench/bounds.js";
import { judgeBound } from "../../../tools/bench/bounds.js";
import type { CaseResult } from "../../../tools/bench/report/result.js";
import type { Row } from "../../../tools/bench/row.js";

/** A row that was measured ten times, steadily unless told otherwise. */
export function row(name: string, median: number, halfSpread = 0): Row {
  return { name, spread: { p25: median - halfSpread, median, p75: median + halfSpread, count: 10 } };
}

/** Ours takes 2 ms, a peer 9, the native one 1.5; one cannot open the file. */
export const rows: readonly Row[] = [
  row("ours", 2),
  row("peer", 9),
  row("native", 1.5),
  { name: "other", failure: "cannot open it: unknown cipher" },
];

/** The result of a case with these rows and bounds, on a machine with two cores. */
export function resultOf(bounds: readonly Bound[], given: readonly Row[] = rows): CaseResult {
  return {
    id: "open-it",
    title: "Open it",
    unit: "ms",
    reference: "ours",
    rows: given,
    verdicts: bounds.map((bound) => judgeBound(bound, given, 2)),
  };
}

/** One that the rows keep, one that they do not, one that nobody can tell about. */
export const metBound: Bound = { quantity: { of: "peer", over: "ours" }, limit: { atLeast: 4 } };
export const missedBound: Bound = { quantity: { of: "ours", over: "native" }, limit: { atMost: 1 } };
export const openBound: Bound = { quantity: { of: "other", over: "ours" }, limit: { atLeast: 4 } };
