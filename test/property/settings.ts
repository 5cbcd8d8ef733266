/**
 * Seed and length of the properties' runs. The seed is fixed, so that two runs of one commit try the same; fast-check
 * prints it with the path to the failure. `PROPERTY_SEED=7 PROPERTY_FACTOR=50 npm test -- --project node test/property`
 * tries others, and longer.
 */

/** A failure that this seed finds becomes a test of its own. */
const SEED = 20_260_601;

/** @param numRuns - how many a usual run tries */
export function settings(numRuns: number): { readonly seed: number; readonly numRuns: number } {
  const factor = Number(process.env["PROPERTY_FACTOR"] ?? 1);
  return { seed: Number(process.env["PROPERTY_SEED"] ?? SEED), numRuns: Math.ceil(numRuns * factor) };
}
