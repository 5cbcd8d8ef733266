/** Whether the machine was quiet enough for the figures to mean anything. */
import type { Quantity } from "../bounds.js";
import type { Spread } from "../statistics.js";
import type { CaseResult } from "./result.js";

/** On a quiet machine the middle half of the measurements lies within a tenth of the median. */
const MAX_SPREAD = 0.25;

/** The rows that bounds are about and whose middle half spreads by more than a quarter, as `case: row`. */
export function findNoise(cases: readonly CaseResult[]): readonly string[] {
  return cases.flatMap(({ id, rows, verdicts }) => {
    const named = new Set(verdicts.flatMap(({ bound }) => namesOf(bound.quantity)));
    const noisy = rows.filter((row) => named.has(row.name) && "spread" in row && isWide(row.spread));
    return noisy.map(({ name }) => `${id}: ${name}`);
  });
}

function isWide({ p25, median, p75 }: Spread): boolean {
  return p75 - p25 > MAX_SPREAD * median;
}

function namesOf(quantity: Quantity): readonly string[] {
  if ("over" in quantity) return [quantity.of, quantity.over];
  return "above" in quantity ? [quantity.of, quantity.above] : [quantity.of];
}
