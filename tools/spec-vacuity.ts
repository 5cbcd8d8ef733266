/**
 * Prints what the published slice and the normalised one let through: mutants by fault, valid values, the documented
 * examples and garbage, each in a table, and the places of which nothing is said:
 * `npm run spec:vacuity [-- --runs 300 --seed N --readme]`. Exit 1 where the normalised document lets a mutant or garbage
 * through, refuses what is valid or has a place for any value. The same seed gives the same tables; with `--readme` they
 * are written into README.md too.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { SchemaSet } from "../src/contract/validation/schema.js";
import { normalise } from "./generate-spec/pipeline.js";
import { replaceBlock } from "./readme-findings/markdown.js";
import type { Judge } from "./spec-agree/judges.js";
import { ajvJudge, rawJudge } from "./spec-agree/judges.js";
import type { Bodies } from "./spec-vacuity/bodies.js";
import { acceptsBody, bodiesOf } from "./spec-vacuity/bodies.js";
import type { Count } from "./spec-vacuity/count-mutants.js";
import { countMutants, countValid } from "./spec-vacuity/count-mutants.js";
import type { Example } from "./spec-vacuity/examples.js";
import { readExamples } from "./spec-vacuity/examples.js";
import { silentPlaces } from "./spec-vacuity/silent-places.js";

const spec = resolve(import.meta.dirname, "../spec");
const read = (file: string): string => readFileSync(resolve(spec, file), "utf8");

const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "300" },
    seed: { type: "string", default: "20260601" },
    readme: { type: "boolean" },
  },
});

const printed: string[] = [];

function print(text: string): void {
  printed.push(text);
  console.info(text);
}

const { translated, document } = normalise(JSON.parse(read("graph.openapi.json")), read("corrections.overlay.yaml"));
const [rawBodies, normalisedBodies] = [bodiesOf(translated), bodiesOf(document)];
const schemas = normalisedBodies.schemas as SchemaSet;
const raw = rawJudge(rawBodies.schemas);
const normalised = ajvJudge(schemas);

/** Bodies are judged by the operations, so each type is counted once. */
const names = Object.keys(rawBodies.schemas).filter((name) => !name.includes("/") && Object.hasOwn(schemas, name));

const counting = {
  schemas,
  names,
  raw,
  normalised,
  seed: Number(options.seed),
  runs: Number(options.runs),
};

function verdict({ operationId, status, body }: Example, judge: Judge, bodies: Bodies): string {
  return acceptsBody(bodies, judge, operationId, status, body) ? "accepts" : "rejects";
}

/** A table of bodies of one kind; how many the normalised document judges otherwise than it must. */
function printExamples(title: string, examples: readonly Example[], expected: "accepts" | "rejects"): number {
  print(`\n| ${title} | | published | normalised |\n|---|---|---|---|`);
  const wrong = examples.filter((example) => {
    const found = verdict(example, normalised, normalisedBodies);
    print(`| ${example.place} | ${example.name} | ${verdict(example, raw, rawBodies)} | ${found} |`);
    return found !== expected;
  });
  return wrong.length;
}

const examples = readExamples(resolve(spec, "examples"));
const mutants = countMutants(counting);
const valid = countValid(counting);

print(`seed ${options.seed}, ${names.length} schemas, ${options.runs} mutants and ${options.runs} valid values each\n`);
print("| fault | mutants | published lets through | normalised lets through |\n|---|--:|--:|--:|");
for (const { label, values, raw: byRaw, normalised: byNormalised } of mutants) {
  print(`| ${label} | ${values} | ${byRaw} | ${byNormalised} |`);
}

const refused = (count: Count, by: "raw" | "normalised"): number => count.values - count[by];
print("\n| valid values | published refuses | normalised refuses |\n|--:|--:|--:|");
print(`| ${valid.values} | ${refused(valid, "raw")} | ${refused(valid, "normalised")} |`);

const { anyValue, anyObject } = silentPlaces(schemas);
const list = (places: readonly string[]): string => places.map((place) => `\n- ${place}`).join("") || " none";
print(`\nPlaces where any value is valid:${list(anyValue)}`);
print(`\nTypes and places where any object is valid:${list(anyObject)}`);

const wrong =
  anyValue.length +
  mutants.filter(({ label }) => label !== "all").reduce((sum, { normalised: count }) => sum + count, 0) +
  refused(valid, "normalised") +
  printExamples("documented example", examples.valid, "accepts") +
  printExamples("garbage", examples.invalid, "rejects");

if (wrong > 0) {
  console.error(`\nthe normalised document is wrong in ${wrong} cases`);
  process.exitCode = 1;
}

if (options.readme === true) {
  const readme = resolve(import.meta.dirname, "../README.md");
  writeFileSync(readme, replaceBlock(readFileSync(readme, "utf8"), "vacuity", printed.join("\n")));
}
