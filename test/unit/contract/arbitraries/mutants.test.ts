import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FaultKind } from "../../../../src/contract/arbitraries/faults.js";
import { badValuesOf } from "../../../../src/contract/arbitraries/faults.js";
import type { Mutant } from "../../../../src/contract/arbitraries/mutants.js";
import { mutantsOf } from "../../../../src/contract/arbitraries/mutants.js";
import { ABSENT, mutationsOf, replaceAt } from "../../../../src/contract/arbitraries/mutations.js";
import { createSchemaReader } from "../../../../src/contract/validation/merged-schema.js";
import type { Schema } from "../../../../src/contract/validation/schema.js";

const reader = createSchemaReader({});

/** The faults that a schema allows, each with its bad values. */
function faultsOf(schema: Schema, value?: unknown, member = ""): Partial<Record<FaultKind, readonly unknown[]>> {
  return Object.fromEntries(badValuesOf(reader, schema, value, member).map(({ fault, values }) => [fault, values]));
}

describe("badValuesOf", () => {
  it("has values of every other type, and null only where it may not be", () => {
    expect(faultsOf({ type: ["string", "null"] })).toEqual({
      "wrong-type": [0, true, {}, [], 0.5, { garbage: 1 }, [null]],
    });
    expect(faultsOf({ type: "integer" })["wrong-type"]).toContain(0.5);
    expect(faultsOf({ type: "number" })["wrong-type"]).not.toContain(0);
    expect(faultsOf({ type: "integer" })["null-not-allowed"]).toEqual([null]);
    expect(faultsOf({})).toEqual({});
  });

  it("has dates that do not exist, texts that are no GUID, base64 of the other alphabet", () => {
    expect(faultsOf({ type: "string", format: "date-time" })["bad-format"]).toContain("2026-02-29T00:00:00Z");
    expect(faultsOf({ type: "string", format: "uuid" })["bad-format"]).toContain("not-a-guid");
    const base64 = { type: "string", contentEncoding: "base64", pattern: "^(?:[A-Za-z0-9+/]{4})*$" } as const;
    expect(faultsOf(base64, "AAAA")["bad-base64"]).toEqual(expect.arrayContaining(["-_-_", "AAA", "AAAA!"]));
    expect(faultsOf({ type: "string", pattern: "^" })["bad-pattern"]).toBeUndefined();
  });

  it("steps over bounds by one", () => {
    expect(faultsOf({ type: "integer", minimum: 1, maximum: 3 })["out-of-range"]).toEqual([0, 4]);
    expect(faultsOf({ type: "string", minLength: 2, maxLength: 3 })["out-of-range"]).toEqual(["x", "xxxx"]);
    expect(faultsOf({ type: "array", minItems: 1 })["out-of-range"]).toEqual([[]]);
  });

  it("adds an item that does not belong, or one that is there already", () => {
    const schema = { type: "array", uniqueItems: true, items: { type: "boolean" } } as const;
    expect(faultsOf(schema, [true])["wrong-item"]?.[0]).toEqual([true, "text"]);
    expect(faultsOf(schema, [true])["repeated-item"]).toEqual([[true, true]]);
    expect(faultsOf(schema)["repeated-item"]).toBeUndefined();
  });

  it("tells a wrong tag from another wrong value", () => {
    expect(Object.keys(faultsOf({ const: "#a" }, "#a", "@odata.type"))).toContain("wrong-discriminator");
    expect(faultsOf({ enum: ["a", ""] }, "a", "usage")["not-in-enum"]).not.toContain("");
  });
});

describe("mutationsOf", () => {
  const schema: Schema = {
    type: "object",
    required: ["a"],
    properties: { a: { type: "string" }, list: { type: "array", items: { type: "integer" } } },
  };

  it("has the places of members that are there, and of those that could be", () => {
    const places = mutationsOf(reader, schema, { a: "x" }).map(({ fault, pointer }) => `${fault} ${pointer}`);
    expect(places).toEqual([
      "wrong-type ",
      "null-not-allowed ",
      "wrong-type /a",
      "null-not-allowed /a",
      "missing-required ",
      "wrong-type /list",
      "null-not-allowed /list",
      "wrong-item /list/0",
    ]);
    const inList = mutationsOf(reader, schema, { a: "x", list: [1] }).map(({ pointer }) => pointer);
    expect(inList).toContain("/list/0");
    expect(inList).toContain("/list/1");
  });

  it("replaces at one place and leaves the rest and the original as they are", () => {
    const value = { a: "x", list: [1, 2] };
    expect(replaceAt(value, ["list", 1], null)).toEqual({ a: "x", list: [1, null] });
    expect(replaceAt(value, ["a"], ABSENT)).toEqual({ list: [1, 2] });
    expect(replaceAt(value, [], 7)).toBe(7);
    expect(value).toEqual({ a: "x", list: [1, 2] });
    expect(() => replaceAt(value, ["a", "b"], 1)).toThrow(RangeError);
  });
});

describe("mutantsOf", () => {
  it("has every kind of fault that the schema allows", () => {
    const kinds = fc
      .sample(mutantsOf("microsoft.graph.identityApiConnector"), { seed: 7, numRuns: 2000 })
      .map(({ fault }) => fault);
    expect([...new Set(kinds)].sort()).toEqual([
      "bad-base64",
      "missing-required",
      "null-not-allowed",
      "out-of-range",
      "wrong-discriminator",
      "wrong-item",
      "wrong-type",
    ]);
  });

  it("shrinks to the fault and little else", () => {
    const isFound = ({ pointer }: Mutant): boolean => !pointer.startsWith("/keyCredentials");
    const { counterexample } = fc.check(fc.property(mutantsOf("microsoft.graph.servicePrincipal"), isFound), {
      seed: 7,
      numRuns: 1000,
    });
    expect(Object.keys(counterexample?.[0].value as object)).toEqual(["keyCredentials"]);
  });

  it("refuses a schema that admits everything", () => {
    expect(() => mutantsOf({})).toThrow(/"schema" admits everything/);
  });
});
