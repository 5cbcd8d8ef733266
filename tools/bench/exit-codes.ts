/** What the exit code of the bench says. */
import type { Verdict } from "./bounds.js";

/**
 * - `measured` 0: everything asked for was measured; with `--check`, every bound of it is met
 * - `missed` 1: with `--check`, a bound is missed
 * - `usage` 2: the call is wrong
 * - `cannotMeasure` 3: something that it takes is not there; with `--check`, also a bound that nobody can tell about
 * - `cancelled` 130: interrupted
 */
export const EXIT_CODE = { measured: 0, missed: 1, usage: 2, cannotMeasure: 3, cancelled: 130 } as const;

/** The exit code of a run that came to its end. */
export function exitCodeOf(verdicts: readonly Verdict[], isCheck: boolean): number {
  if (!isCheck) return EXIT_CODE.measured;
  if (verdicts.some(({ result }) => result === "missed")) return EXIT_CODE.missed;
  return verdicts.some(({ result }) => result !== "met") ? EXIT_CODE.cannotMeasure : EXIT_CODE.measured;
}
