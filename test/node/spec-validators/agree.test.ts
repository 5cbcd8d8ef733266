/**
 * Three judges that share neither formats nor spelling agree on every value, and with its label. 300 values of each kind a
 * schema for a fixed seed, 100 for a random one; `npm run spec:agree` has 10,000.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mutantsOf } from "../../../src/contract/arbitraries/mutants.js";
import { arbitraryOf } from "../../../src/contract/arbitraries/valid.js";
import { VALIDATORS } from "../../../src/contract/validators.generated.js";
import type { NormalisedDocument } from "../../../tools/generate-spec/validators/generate-validators.js";
import { ajvJudge, hyperjumpJudge, standaloneJudge } from "../../../tools/spec-agree/judges.js";
import { settings } from "../../property/settings.js";
import { announce } from "../../setup/announce.js";

const file = resolve(import.meta.dirname, "../../../spec/graph.normalised.json");
const { schemas } = (JSON.parse(readFileSync(file, "utf8")) as NormalisedDocument).components;
const judges = [ajvJudge(schemas), standaloneJudge(VALIDATORS), await hyperjumpJudge(schemas)];

const verdicts = (schema: string, value: unknown): Record<string, boolean> =>
  Object.fromEntries(judges.map((judge) => [judge.name, judge.accepts(schema, value)]));

const ALL_ACCEPT = { Ajv: true, standalone: true, hyperjump: true };
const ALL_REJECT = { Ajv: false, standalone: false, hyperjump: false };

const random = { seed: Math.floor(Math.random() * 2 ** 31), numRuns: 100 };
announce(`judges of the contract: random seed ${random.seed}`);

describe.each([
  ["the fixed seed", settings(300)],
  ["a random seed", random],
])("with %s", (_, run) => {
  it.each(Object.keys(schemas))("%s", (schema) => {
    fc.assert(
      fc.property(arbitraryOf(schema), (value) => {
        expect(verdicts(schema, value)).toEqual(ALL_ACCEPT);
      }),
      run,
    );
    fc.assert(
      fc.property(mutantsOf(schema), ({ value }) => {
        expect(verdicts(schema, value)).toEqual(ALL_REJECT);
      }),
      run,
    );
  });
});
