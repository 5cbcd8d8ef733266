/**
 * Lets three judges decide on valid values and mutants of every schema, and prints where they disagree with the label or
 * with each other: `tsx tools/spec-agree.ts [--runs 10000] [--seed N|random]`. Exit 1 where one does. With `random` the
 * seed is printed, so that the run can be had again.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { mutantsOf } from "../src/contract/arbitraries/mutants.js";
import { arbitraryOf } from "../src/contract/arbitraries/valid.js";
import { VALIDATORS } from "../src/contract/validators.generated.js";
import type { NormalisedDocument } from "./generate-spec/validators/generate-validators.js";
import type { Judge } from "./spec-agree/judges.js";
import { ajvJudge, hyperjumpJudge, standaloneJudge } from "./spec-agree/judges.js";

const document = resolve(import.meta.dirname, "../spec/graph.normalised.json");

/** How many disagreements of a schema are shown in full. */
const MOST_SHOWN = 3;

interface Row {
  readonly schema: string;
  readonly valid: number;
  readonly refused: number;
  readonly mutants: number;
  readonly accepted: number;
}

function disagreements(judges: readonly Judge[], schema: string, value: unknown, expected: boolean): string[] {
  return judges.filter((judge) => judge.accepts(schema, value) !== expected).map(({ name }) => name);
}

/** Shrinks nothing: what is shown can be had again by seed. */
function tryOut(judges: readonly Judge[], schema: string, seed: number, numRuns: number): Row {
  const counts = { refused: 0, accepted: 0 };
  const show = (count: number, text: string, value: unknown): void => {
    if (count <= MOST_SHOWN) console.info(`${schema}: ${text}: ${JSON.stringify(value)}`);
  };
  const options = { seed, numRuns };
  const run = (property: fc.IProperty<[unknown]>): void => fc.assert(property, options);
  run(
    fc.property(arbitraryOf(schema), (value) => {
      const against = disagreements(judges, schema, value, true);
      if (against.length > 0) show(++counts.refused, `valid, refused by ${against.join(", ")}`, value);
    }),
  );
  run(
    fc.property(mutantsOf(schema) as fc.Arbitrary<unknown>, (mutant) => {
      const { fault, pointer, value } = mutant as { fault: string; pointer: string; value: unknown };
      const against = disagreements(judges, schema, value, false);
      if (against.length > 0)
        show(++counts.accepted, `${fault} at ${pointer}, accepted by ${against.join(", ")}`, value);
    }),
  );
  return { schema, valid: numRuns, mutants: numRuns, ...counts };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { runs: { type: "string", default: "10000" }, seed: { type: "string", default: "20260601" } },
  });
  const seed = values.seed === "random" ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
  const { schemas } = (JSON.parse(readFileSync(document, "utf8")) as NormalisedDocument).components;
  const judges = [ajvJudge(schemas), standaloneJudge(VALIDATORS), await hyperjumpJudge(schemas)];
  console.info(`seed ${seed}, judges: ${judges.map(({ name }) => name).join(", ")}\n`);
  console.info("| schema | valid values | refused | mutants | accepted | seconds |\n|---|--:|--:|--:|--:|--:|");
  const rows = Object.keys(schemas).map((schema) => {
    const start = performance.now();
    const row = tryOut(judges, schema, seed, Number(values.runs));
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.info(`| ${schema} | ${row.valid} | ${row.refused} | ${row.mutants} | ${row.accepted} | ${seconds} |`);
    return row;
  });
  const wrong = rows.filter(({ refused, accepted }) => refused + accepted > 0);
  console.info(`\n${rows.length} schemas, ${wrong.length} with a disagreement`);
  if (wrong.length > 0) process.exitCode = 1;
}

await main();
