/** The mock holds what a model expects that was written apart from it, after any sequence of requests. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FaultName } from "../../src/mock/index.js";
import { DifferenceError } from "../../tools/mock-model/assertions.js";
import { makeSamples } from "../../tools/mock-model/samples.js";
import { sequences } from "../../tools/mock-model/sequences.js";
import { settings } from "./settings.js";

const samples = makeSamples();

describe("createMockGraph", () => {
  it("agrees with the model after each step of any sequence", async () => {
    await fc.assert(sequences(await samples), settings(200));
  });
});

/** Of the planted defects those that show in what is stored, whichever client asks. */
const FAULTS: readonly FaultName[] = [
  "first-wins",
  "replaces-list",
  "patch-keeps-omitted",
  "wrong-pair-removed",
  "patch-drops-key-bytes",
  "keyid-of-verify",
  "accepts-anything",
];

describe("the model", () => {
  it.each(FAULTS)("finds the planted defect %s", async (fault) => {
    const details = await fc.check(sequences(await samples, { faults: [fault] }), {
      ...settings(300),
      numRuns: 300,
      endOnFailure: true,
    });
    expect(details.errorInstance).toBeInstanceOf(DifferenceError);
  });
});
