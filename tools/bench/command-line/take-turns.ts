/** Several kinds of runs measured in turns. */
import type { Row } from "../row.js";
import { summarize } from "../statistics.js";

/**
 * Rows by name; each function gives one measurement. One that fails is told as such and not run again.
 * @param options - `warmUp`: a first round fills the caches of the file system and is not counted
 */
export async function takeTurns(
  runs: Readonly<Record<string, () => Promise<number>>>,
  rounds: number,
  { warmUp }: { readonly warmUp: boolean },
): Promise<readonly Row[]> {
  const names = Object.keys(runs);
  const measurements = new Map(names.map((name): [string, number[]] => [name, []]));
  const failures = new Map<string, string>();
  for (let round = warmUp ? -1 : 0; round < rounds; round++) {
    for (const name of names) {
      if (failures.has(name)) continue;
      try {
        const measurement = await runs[name]?.();
        if (measurement !== undefined && round >= 0) measurements.get(name)?.push(measurement);
      } catch (error) {
        if (!(error instanceof Error) || ["AbortError", "CannotMeasureError"].includes(error.name)) throw error;
        failures.set(name, error.message);
      }
    }
  }
  return names.map((name) => {
    const failure = failures.get(name);
    return failure === undefined ? { name, spread: summarize(measurements.get(name) ?? []) } : { name, failure };
  });
}
