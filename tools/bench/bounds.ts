/** What must hold of the rows of a case, and whether it does. */
import type { Row } from "./row.js";

/** How far a number may go: down to `atLeast` or up to `atMost`, both included. */
export type Limit = { readonly atLeast: number } | { readonly atMost: number };

/** What is held against the limit: the median of one row, its ratio to another one's, or how much it is above. */
export type Quantity =
  | { readonly of: string }
  | { readonly of: string; readonly over: string }
  | { readonly of: string; readonly above: string };

/** A promise on the rows of one case, named by their names. */
export interface Bound {
  readonly quantity: Quantity;
  readonly limit: Limit;
  /** Processors that it takes to find out; default: 1. */
  readonly cores?: number;
}

/** A bound with what was found. */
export type Verdict = { readonly bound: Bound } & (
  | { readonly result: "met"; readonly value: number }
  /** `by`: the share of the limit that is missing or too much. */
  | { readonly result: "missed"; readonly value: number; readonly by: number }
  | { readonly result: "not measurable"; readonly reason: string }
);

/**
 * Holds a bound against the rows. One of a row that is not there, or that could not be measured, is not measurable: it
 * is never met.
 * @param cores - processors of this machine
 */
export function judgeBound(bound: Bound, rows: readonly Row[], cores: number): Verdict {
  const { quantity, limit, cores: needed = 1 } = bound;
  if (cores < needed) {
    return { bound, result: "not measurable", reason: `takes ${needed} processors, this machine has ${cores}` };
  }
  try {
    const value = quantityOf(quantity, rows);
    const by = "atMost" in limit ? value / limit.atMost - 1 : 1 - value / limit.atLeast;
    return by <= 0 ? { bound, result: "met", value } : { bound, result: "missed", value, by };
  } catch (error) {
    if (!(error instanceof MissingRowError)) throw error;
    return { bound, result: "not measurable", reason: error.message };
  }
}

class MissingRowError extends Error {}

function quantityOf(quantity: Quantity, rows: readonly Row[]): number {
  const value = medianOf(quantity.of, rows);
  if ("over" in quantity) return value / medianOf(quantity.over, rows);
  return "above" in quantity ? value - medianOf(quantity.above, rows) : value;
}

function medianOf(name: string, rows: readonly Row[]): number {
  const row = rows.find((it) => it.name === name);
  if (row === undefined) throw new MissingRowError(`${name} was not measured`);
  if ("failure" in row) throw new MissingRowError(`${name}: ${row.failure}`);
  return row.spread.median;
}
