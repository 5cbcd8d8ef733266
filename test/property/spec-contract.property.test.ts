/** The contract says something about every place: what is valid is found valid, what has one fault is found at the fault. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mutantsOf } from "../../src/contract/arbitraries/mutants.js";
import { arbitraryOf } from "../../src/contract/arbitraries/valid.js";
import { validateValue } from "../../src/contract/validation/validate.js";
import { SCHEMAS } from "../../src/graph/openapi.generated.js";
import { settings } from "./settings.js";

const violations = (schema: string, value: unknown): string[] =>
  validateValue(schema, value).flatMap(({ kind, pointer }) => (kind === "violation" ? [pointer] : []));

describe.each(Object.keys(SCHEMAS))("%s", (schema) => {
  it("accepts every valid value, and knows all of its members", () => {
    fc.assert(
      fc.property(arbitraryOf(schema), (value) => {
        expect(validateValue(schema, value)).toEqual([]);
      }),
      settings(300),
    );
  });

  it("rejects every mutant, at the place of the fault and nowhere else", () => {
    fc.assert(
      fc.property(mutantsOf(schema), ({ value, pointer }) => {
        const found = violations(schema, value);
        expect(found.length).toBeGreaterThan(0);
        expect(found.filter((it) => !it.startsWith(pointer))).toEqual([]);
        expect(found).toContain(pointer);
      }),
      settings(300),
    );
  });
});
