/** What is said of many measurements of one thing: the middle, and how far the middle half of them spreads. */

/** Quartiles of a sample, in the sample's unit. */
export interface Spread {
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
  /** Number of measurements. */
  readonly count: number;
}

/**
 * The quartiles of measurements in any order, interpolated between neighbours (Hyndman and Fan 1996, definition 7).
 * The median, not the mean: a machine that does something else for a moment only ever makes a measurement longer.
 * @throws {RangeError} where there is no measurement, or one that is no number
 */
export function summarize(measurements: readonly number[]): Spread {
  if (measurements.length === 0) throw new RangeError('"measurements" expected at least one');
  if (measurements.some((it) => !Number.isFinite(it))) throw new RangeError('"measurements" expected finite numbers');
  const sorted = [...measurements].sort((a, b) => a - b);
  return { p25: at(sorted, 0.25), median: at(sorted, 0.5), p75: at(sorted, 0.75), count: sorted.length };
}

/** The value below which the share `quantile` (0 to 1) of them lies. */
function at(sorted: readonly number[], quantile: number): number {
  const place = (sorted.length - 1) * quantile;
  const [low = Number.NaN, high = low] = sorted.slice(Math.floor(place), Math.floor(place) + 2);
  return low + (high - low) * (place - Math.floor(place));
}
