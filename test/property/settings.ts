/**
 * Seed and length of the properties' runs. The seed is fixed, so that two runs of one commit try the same; fast-check
 * prints it with the path to the failure. `PROPERTY_SEED=7 PROPERTY_FACTOR=50 npm test -- --project node test/property`
 * tries others, and longer.
 */
import { inject } from "vitest";

/** @param numRuns - how many a usual run tries; a browser tries a part of them */
export function settings(numRuns: number): { readonly seed: number; readonly numRuns: number } {
  return { seed: inject("propertySeed"), numRuns: Math.ceil(numRuns * inject("propertyFactor")) };
}
