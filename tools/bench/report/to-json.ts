/** A run as one JSON document, for machines that keep or compare runs. */
import type { BenchResult, CaseResult } from "./result.js";
import { ratioOf } from "./result.js";

/** Times are in milliseconds, sizes in bytes, shares as fractions. */
export function toJson({ machine, cases }: BenchResult): string {
  const verdicts = cases.flatMap((it) => it.verdicts);
  const count = (wanted: string): number => verdicts.filter(({ result }) => result === wanted).length;
  const document = {
    machine,
    cases: cases.map(toCase),
    bounds: { met: count("met"), missed: count("missed"), notMeasurable: count("not measurable") },
    ok: verdicts.every(({ result }) => result === "met"),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function toCase(result: CaseResult): object {
  const { id, title, unit, reference, rows, verdicts } = result;
  return {
    id,
    title,
    unit,
    reference,
    rows: rows.map((row) => {
      if ("failure" in row) return row;
      const { median, p25, p75, count } = row.spread;
      return { name: row.name, median, p25, p75, count, ratio: ratioOf(row, result) ?? null };
    }),
    bounds: verdicts.map(({ bound, ...verdict }) => ({
      ...bound.quantity,
      ...bound.limit,
      ...(bound.cores === undefined ? {} : { cores: bound.cores }),
      verdict,
    })),
    ok: verdicts.every((verdict) => verdict.result === "met"),
  };
}
