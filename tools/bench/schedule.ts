/** Who is measured when: in turns, so that whatever else the machine does in the meantime hits all alike. */

/** How many measurements one contender gets. */
export interface Budget {
  /** Time that may be spent on it. */
  readonly ms: number;
  readonly min: number;
  readonly max: number;
}

/** As many measurements as fit the budget, given what one takes. */
export function roundsWithin(estimateMs: number, { ms, min, max }: Budget): number {
  return Math.min(max, Math.max(min, Math.round(ms / Math.max(estimateMs, Number.EPSILON))));
}

/**
 * The rounds, each with the names of those that take part, in the order given: A B C A B C. Who has fewer measurements
 * than others takes part in rounds that are spread evenly over all of them, not in the first ones only.
 * @param counts - measurements of each, whole numbers of at least 1
 */
export function planRounds(counts: ReadonlyMap<string, number>): readonly (readonly string[])[] {
  const total = Math.max(0, ...counts.values());
  return Array.from({ length: total }, (_, round) =>
    [...counts]
      .filter(([, count]) => Math.floor(((round + 1) * count) / total) > Math.floor((round * count) / total))
      .map(([name]) => name),
  );
}
