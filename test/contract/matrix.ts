/** The kill matrix as text: a line for each fault, and a table of how many faults each rule catches. */

/** One fault with the rules that caught it. */
export interface Row {
  readonly fault: string;
  /** The rule that must catch it. */
  readonly named: string;
  readonly caughtBy: readonly string[];
}

const PER_LINE = 12;

/** How many faults each rule caught, in the order of the rules. */
export function countByRule(rows: readonly Row[], rules: readonly string[]): ReadonlyMap<string, number> {
  return new Map(rules.map((rule) => [rule, rows.filter(({ caughtBy }) => caughtBy.includes(rule)).length]));
}

/** Lines as `thumb-lower  C4 S2  killed by C4 (named C4)`, the table behind them. @param notes - rules that never fail */
export function renderMatrix(rows: readonly Row[], rules: readonly string[], notes: readonly string[]): string {
  const caught = rows.map(({ caughtBy }) => rules.filter((rule) => caughtBy.includes(rule)).join(" "));
  const [names, lists] = [rows.map(({ fault }) => fault), caught].map((texts) =>
    Math.max(0, ...texts.map(({ length }) => length)),
  );
  const lines = rows.map(({ fault, named, caughtBy }, index) => {
    const killer = caughtBy.includes(named) ? named : caughtBy[0];
    const verdict = killer === undefined ? "SURVIVED" : `killed by ${killer}`;
    return `${fault.padEnd(names ?? 0)}  ${(caught[index] ?? "").padEnd(lists ?? 0)}  ${verdict} (named ${named})`;
  });
  const counts = [...countByRule(rows, rules)].map(
    ([rule, count]) => `${rule.padStart(3)} ${notes.includes(rule) ? " –" : String(count).padStart(2)}`,
  );
  const table = counts.flatMap((_, i) => (i % PER_LINE === 0 ? [counts.slice(i, i + PER_LINE).join("   ")] : []));
  const killed = rows.filter(({ caughtBy, named }) => caughtBy.includes(named)).length;
  const total = `${killed} of ${rows.length} faults killed by the rule that they name`;
  return [...lines, "", "faults that each rule catches (–: it notes and never fails)", ...table, "", total, ""].join(
    "\n",
  );
}
