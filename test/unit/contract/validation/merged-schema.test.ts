import { describe, expect, it } from "vitest";
import { admits, createSchemaReader, jsonTypeOf } from "../../../../src/contract/validation/merged-schema.js";
import type { Schema, SchemaSet } from "../../../../src/contract/validation/schema.js";

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const branch = (name: string, ...members: string[]): Schema => ({
  type: "object",
  required: ["@odata.type"],
  properties: {
    "@odata.type": { const: `#${name}` },
    ...Object.fromEntries(members.map((member) => [member, { type: "string" }])),
  },
});

const SCHEMAS: SchemaSet = {
  base: { type: "object", required: ["id"], properties: { id: { type: "string" } } },
  derived: {
    allOf: [
      ref("base"),
      { type: "object", "x-open-type": true, properties: { id: { minLength: 1 }, size: { type: "integer" } } },
    ],
  },
  one: branch("one", "first"),
  two: branch("two", "second"),
  union: { oneOf: [ref("one"), ref("two")] },
  place: { oneOf: [ref("union"), { type: "null" }] },
  loop: { type: "object", properties: { inner: ref("loop") } },
};

describe("merge", () => {
  const reader = createSchemaReader(SCHEMAS);

  it("joins members, requirements and openness along allOf, under the outermost name", () => {
    const merged = reader.merge(ref("derived"));
    expect(merged.name).toBe("derived");
    expect([...merged.members.keys()]).toEqual(["id", "size"]);
    expect([...merged.required]).toEqual(["id"]);
    expect(merged.isOpen).toBe(true);
    const id = reader.merge(merged.members.get("id") ?? {});
    expect([id.minLength, ...id.types]).toEqual([1, "string"]);
  });

  it("keeps the types that all parts admit, an integer where one says number", () => {
    const { types } = reader.merge({ allOf: [{ type: ["number", "string"] }, { type: ["integer", "null"] }] });
    expect([...types]).toEqual(["integer"]);
    expect(admits(reader.merge({ type: "number" }), "integer")).toBe(true);
    expect(admits(reader.merge({ type: "integer" }), "number")).toBe(false);
  });

  it("keeps the values and bounds that all parts admit", () => {
    const merged = reader.merge({
      allOf: [
        { enum: ["a", "b"], minimum: 1, maximum: 9 },
        { const: "b", minimum: 3, maximum: 12 },
      ],
    });
    expect(merged.values).toEqual(["b"]);
    expect([merged.minimum, merged.maximum]).toEqual([3, 9]);
  });

  it("has the types of all branches", () => {
    expect([...reader.merge(ref("place")).types].sort()).toEqual(["null", "object"]);
  });

  it("refuses what nothing here judges, and references to nowhere", () => {
    expect(() => reader.merge({ not: {} } as Schema)).toThrow(/"schema" has the keyword not/);
    expect(() => reader.merge({ type: "string", format: "ipv4" })).toThrow(/format ipv4/);
    expect(() => reader.merge(ref("nothing"))).toThrow(/leads to nothing/);
    expect(() => reader.merge(ref("toString"))).toThrow(/leads to toString/);
    expect(() => reader.merge({ $ref: "#/other/place" })).toThrow(RangeError);
    expect(() => reader.merge({ oneOf: [{}], anyOf: [{}] })).toThrow(/merges 2 unions/);
  });
});

describe("narrow", () => {
  const reader = createSchemaReader(SCHEMAS);
  const narrowed = (value: unknown): string | undefined => reader.narrow(reader.merge(ref("place")), value).name;

  it("follows the tag through nested unions", () => {
    expect(narrowed({ "@odata.type": "#two" })).toBe("two");
    expect(narrowed({ "@odata.type": "#one" })).toBe("one");
  });

  it("takes the first branch of the value's type where the tag says nothing", () => {
    expect(narrowed({ garbage: 1 })).toBe("one");
    const scalar = reader.narrow(reader.merge({ oneOf: [{ type: "string" }, { type: "integer", minimum: 4 }] }), 7);
    expect(scalar.minimum).toBe(4);
  });

  it("leaves alone what is no union, and types that contain themselves", () => {
    const merged = reader.merge(ref("loop"));
    expect(reader.narrow(merged, { inner: {} })).toBe(merged);
  });

  it("has no tags where a branch has none", () => {
    expect(reader.tags(reader.merge(ref("union")))?.size).toBe(2);
    expect(reader.tags(reader.merge({ oneOf: [ref("one"), ref("base")] }))).toBeUndefined();
  });
});

describe("jsonTypeOf", () => {
  it("tells the types of JSON apart and refuses the rest", () => {
    expect([null, true, 1, 1.5, "", [], {}].map(jsonTypeOf)).toEqual([
      "null",
      "boolean",
      "integer",
      "number",
      "string",
      "array",
      "object",
    ]);
    expect(() => jsonTypeOf(undefined)).toThrow(/"value"/);
  });
});
