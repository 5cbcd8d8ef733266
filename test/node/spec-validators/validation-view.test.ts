import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import type { Schema, SchemaSet } from "../../../src/contract/validation/schema.js";
import { validationView, viewId } from "../../../tools/generate-spec/validators/validation-view.js";

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

const branch = (name: string, members: Record<string, Schema>): Schema => ({
  type: "object",
  required: ["@odata.type"],
  properties: { "@odata.type": { const: `#${name}` }, ...members },
});

const SCHEMAS: SchemaSet = {
  one: branch("one", { size: { type: "integer", format: "int64" } }),
  two: branch("two", { sizes: { type: "array", items: { type: "integer" } } }),
  union: { oneOf: [ref("one"), ref("two")] },
  holder: { type: "object", title: "t", properties: { place: { oneOf: [ref("union"), { type: "null" }] } } } as Schema,
  loose: { oneOf: [{ type: "string" }, { type: "integer" }] },
};

/** What is wrong, as place and keyword, without the echoes of `if`. */
function errorsOf(name: string, value: unknown): string[] {
  const view = validationView(SCHEMAS);
  const ajv = new Ajv2020({ allErrors: true, strictTypes: false, strictRequired: false });
  for (const [id, schema] of Object.entries(view)) ajv.addSchema({ ...schema, $id: viewId(id) });
  const validate = ajv.getSchema(viewId(name));
  if (validate?.(value) === true) return [];
  return (validate?.errors ?? [])
    .filter(({ keyword }) => keyword !== "if")
    .map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

describe("validationView", () => {
  it("has errors of the branch that the tag names", () => {
    expect(errorsOf("holder", { place: { "@odata.type": "#one", size: "x" } })).toEqual(["/place/size type"]);
    expect(errorsOf("holder", { place: { "@odata.type": "#two", sizes: [1, "x"] } })).toEqual(["/place/sizes/1 type"]);
  });

  it("has one error for a tag that is unknown or missing, and for what is no object", () => {
    expect(errorsOf("union", { "@odata.type": "#three" })).toEqual(["/@odata.type enum"]);
    expect(errorsOf("holder", { place: {} })).toEqual(["/place required"]);
    expect(errorsOf("holder", { place: "x" })).toEqual(["/place type"]);
    expect(errorsOf("union", null)).toEqual([" type"]);
  });

  it("accepts what each branch accepts, and null where it may be", () => {
    expect(errorsOf("holder", { place: null })).toEqual([]);
    expect(errorsOf("holder", { place: { "@odata.type": "#two", sizes: [], size: "of the other" } })).toEqual([]);
  });

  it("leaves a union without tags as it is, and annotations out", () => {
    expect(errorsOf("loose", 7)).toEqual([]);
    expect(errorsOf("loose", true)).toContain(" oneOf");
    expect(JSON.stringify(validationView(SCHEMAS))).not.toMatch(/title|int64/);
  });
});
