/** How many values with one fault each of two contracts lets through. */
import fc from "fast-check";
import type { FaultKind } from "../../src/contract/arbitraries/faults.js";
import { FAULT_KINDS } from "../../src/contract/arbitraries/faults.js";
import type { Mutant } from "../../src/contract/arbitraries/mutants.js";
import { mutantsOf } from "../../src/contract/arbitraries/mutants.js";
import { arbitraryOf } from "../../src/contract/arbitraries/valid.js";
import type { SchemaSet } from "../../src/contract/validation/schema.js";
import type { Judge } from "../spec-agree/judges.js";

export interface Count {
  readonly label: FaultKind | "all" | "valid";
  readonly values: number;
  readonly raw: number;
  readonly normalised: number;
}

export interface CountOptions {
  readonly schemas: SchemaSet;
  /** Names of those that both judges know. */
  readonly names: readonly string[];
  readonly raw: Judge;
  readonly normalised: Judge;
  readonly seed: number;
  /** For each schema. */
  readonly runs: number;
}

const counted = (label: Count["label"], rows: readonly (readonly [raw: boolean, normalised: boolean])[]): Count => ({
  label,
  values: rows.length,
  raw: rows.filter(([raw]) => raw).length,
  normalised: rows.filter(([, normalised]) => normalised).length,
});

/**
 * By fault, how many mutants are let through, and in all. Every object is annotated with its type, which the raw document
 * wants: what it refuses, it refuses for the fault and not for that.
 */
export function countMutants({ schemas, names, raw, normalised, seed, runs }: CountOptions): Count[] {
  const verdicts = names.flatMap((name) =>
    fc
      .sample(mutantsOf(name, { schemas, annotated: true }), { seed, numRuns: runs })
      .map(({ fault, value }: Mutant) => ({
        fault,
        verdict: [raw.accepts(name, value), normalised.accepts(name, value)] as const,
      })),
  );
  const byFault = FAULT_KINDS.map((kind) =>
    counted(
      kind,
      verdicts.filter(({ fault }) => fault === kind).map(({ verdict }) => verdict),
    ),
  );
  const all = counted(
    "all",
    verdicts.map(({ verdict }) => verdict),
  );
  return [...byFault.filter(({ values }) => values > 0), all];
}

/** How many valid values are let through, with annotations where Graph has them: sometimes. */
export function countValid({ schemas, names, raw, normalised, seed, runs }: CountOptions): Count {
  const verdicts = names.flatMap((name) =>
    fc
      .sample(arbitraryOf(name, { schemas }), { seed, numRuns: runs })
      .map((value) => [raw.accepts(name, value), normalised.accepts(name, value)] as const),
  );
  return counted("valid", verdicts);
}
