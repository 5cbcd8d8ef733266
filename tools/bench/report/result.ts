/** What a whole run found. */
import type { Verdict } from "../bounds.js";
import type { Case } from "../case.js";
import type { Machine } from "../machine.js";
import type { Row } from "../row.js";

/** A case that was measured. */
export interface CaseResult extends Pick<Case, "id" | "title" | "unit" | "reference"> {
  readonly rows: readonly Row[];
  readonly verdicts: readonly Verdict[];
}

/** A run. */
export interface BenchResult {
  readonly machine: Machine;
  readonly cases: readonly CaseResult[];
}

/** How many times the reference a row is; `undefined` where one of them could not be measured. */
export function ratioOf(row: Row, { rows, reference }: Pick<CaseResult, "rows" | "reference">): number | undefined {
  const base = rows.find(({ name }) => name === reference);
  if (base === undefined || !("spread" in base) || !("spread" in row)) return undefined;
  return row.spread.median / base.spread.median;
}
