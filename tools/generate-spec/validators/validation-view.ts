/**
 * The validation view: the same verdicts as the normalised document, in a spelling whose errors name the true place.
 * `oneOf` of tagged types becomes a list of allowed tags and, for each, `if` it is the tag `then` the type; `oneOf [X, null]`
 * becomes X for whatever is not null. What no value is judged by is left out.
 */
import { createSchemaReader, TAG } from "../../../src/contract/validation/merged-schema.js";
import type { Schema, SchemaSet } from "../../../src/contract/validation/schema.js";
import {
  isAssertedFormat,
  JUDGING_KEYWORDS,
  referencedName,
  refuseUnknownKeywords,
} from "../../../src/contract/validation/schema.js";

/** The keyword; an object with a member of that name written out looks like a promise. */
const THEN = "then";

/** A schema of the view: it may have `if`, `then` and `else`, and its references are the ids of other ones. */
export type ViewSchema = Readonly<Record<string, unknown>>;

/**
 * The `$id` under which a schema of the view is compiled. A path of its own for each, so that references need no document.
 */
export const viewId = (name: string): string => `spec:/${name}`;

/**
 * @param schemas - `components.schemas` of the normalised document
 * @returns by name, in the order given
 * @throws {RangeError} a keyword or format that is not among those of the specification
 */
export function validationView(schemas: SchemaSet): Readonly<Record<string, ViewSchema>> {
  const reader = createSchemaReader(schemas);

  function view(schema: Schema): ViewSchema {
    refuseUnknownKeywords(schema);
    const result: Record<string, unknown> = {};
    const conditions: ViewSchema[] = [];
    for (const [keyword, value] of Object.entries(schema)) {
      if (!JUDGING_KEYWORDS.has(keyword)) continue;
      if (keyword === "$ref") result["$ref"] = viewId(referencedName(schema.$ref ?? ""));
      else if (keyword === "properties") result["properties"] = mapMembers(schema.properties ?? {}, view);
      else if (keyword === "items") result["items"] = view(schema.items ?? {});
      else if (keyword === "allOf") conditions.push(...(schema.allOf ?? []).map(view));
      else if (keyword === "oneOf" || keyword === "anyOf") conditions.push(viewUnion(schema, keyword));
      else if (keyword !== "format" || isAssertedFormat(String(value))) result[keyword] = value;
    }
    const [only] = conditions;
    if (only !== undefined && conditions.length === 1 && Object.keys(result).length === 0) return only;
    return conditions.length === 0 ? result : { ...result, allOf: conditions };
  }

  function viewUnion(schema: Schema, keyword: "oneOf" | "anyOf"): ViewSchema {
    const branches = schema[keyword] ?? [];
    const others = branches.filter((branch) => !isNull(branch));
    const isNullable = others.length < branches.length;
    const [other] = others;
    const inner = tagged(others) ?? (others.length === 1 && other !== undefined ? view(other) : undefined);
    if (inner === undefined) return { [keyword]: branches.map(view) };
    return isNullable ? { if: { type: "null" }, else: inner } : inner;
  }

  /** `undefined` where the branches are not told apart by their tags. */
  function tagged(branches: readonly Schema[]): ViewSchema | undefined {
    if (branches.length < 2) return undefined;
    const tags = reader.tags(reader.merge({ oneOf: branches }));
    if (tags === undefined) return undefined;
    return {
      type: "object",
      required: [TAG],
      properties: { [TAG]: { enum: [...tags.keys()] } },
      allOf: [...tags].map(([tag, branch]) => ({
        if: { type: "object", required: [TAG], properties: { [TAG]: { const: tag } } },
        [THEN]: view(branch),
      })),
    };
  }

  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, view(schema)]));
}

function isNull({ type, ...others }: Schema): boolean {
  return Object.keys(others).length === 0 && (type === "null" || (Array.isArray(type) && type.join() === "null"));
}

function mapMembers(members: Readonly<Record<string, Schema>>, map: (schema: Schema) => ViewSchema): ViewSchema {
  return Object.fromEntries(Object.entries(members).map(([name, schema]) => [name, map(schema)]));
}
