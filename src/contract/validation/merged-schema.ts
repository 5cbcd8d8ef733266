/**
 * A schema as one flat record: references followed, `allOf` merged. What walks along a value (unknown members, valid
 * values, mutants) reads this instead of the tree of keywords.
 */
import type { JsonType, Schema, SchemaSet } from "./schema.js";
import { referencedName, refuseUnknownKeywords } from "./schema.js";

export interface MergedSchema {
  /** The outermost name on the way to it, such as `microsoft.graph.keyCredential`. */
  readonly name: string | undefined;
  /** JSON types of which a value can be; `number` includes `integer`. */
  readonly types: ReadonlySet<JsonType>;
  readonly members: ReadonlyMap<string, Schema>;
  readonly required: ReadonlySet<string>;
  readonly items: Schema | undefined;
  /** The only values, of `enum` or `const`. */
  readonly values: readonly unknown[] | undefined;
  readonly format: string | undefined;
  /** All must match. */
  readonly patterns: readonly RegExp[];
  readonly isBase64: boolean;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly minLength: number | undefined;
  readonly maxLength: number | undefined;
  readonly minItems: number | undefined;
  readonly maxItems: number | undefined;
  readonly hasUniqueItems: boolean;
  readonly isOpen: boolean;
  /** Of `oneOf` or `anyOf`; a value is one of them. */
  readonly branches: readonly Schema[] | undefined;
}

/** Reads schemas of one set; each is merged once. */
export interface SchemaReader {
  merge(schema: Schema): MergedSchema;
  /** The branch of a union by which this value is judged, null apart; the schema itself where it is none. */
  narrow(merged: MergedSchema, value: unknown): MergedSchema;
  /** Values of the member that tells branches apart, each with its branch; `undefined` where there is no such member. */
  tags(merged: MergedSchema): ReadonlyMap<unknown, Schema> | undefined;
}

/** The member by which Graph says which type an instance is of. */
export const TAG = "@odata.type";

const ALL_TYPES: readonly JsonType[] = ["null", "boolean", "number", "string", "array", "object"];

/** @throws {RangeError} from `merge`: unknown keyword, reference to nowhere, more than one union in a merge */
export function createSchemaReader(schemas: SchemaSet): SchemaReader {
  const merged = new Map<Schema, MergedSchema>();

  function resolve(ref: string): Schema {
    const name = referencedName(ref);
    const found = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    if (found === undefined) throw new RangeError(`"$ref" leads to ${name}, which is no schema`);
    return found;
  }

  /** The schema and all that must hold beside it, none with references or `allOf` of its own. */
  function parts(schema: Schema): Schema[] {
    refuseUnknownKeywords(schema);
    const inherited = schema.$ref === undefined ? [] : parts(resolve(schema.$ref));
    return [...inherited, ...(schema.allOf ?? []).flatMap(parts), schema];
  }

  function nameOf(schema: Schema): string | undefined {
    if (schema.$ref !== undefined) return referencedName(schema.$ref);
    return Object.keys(schemas).find((name) => schemas[name] === schema);
  }

  function merge(schema: Schema): MergedSchema {
    const known = merged.get(schema);
    if (known !== undefined) return known;
    const result = fold(nameOf(schema), parts(schema), (branch) => merge(branch).types);
    merged.set(schema, result);
    return result;
  }

  function tags(union: MergedSchema): ReadonlyMap<unknown, Schema> | undefined {
    const branches = objectBranches(union);
    const found = branches.flatMap((branch) => {
      const { members, required } = merge(branch);
      const tag = members.get(TAG);
      const values = tag === undefined ? undefined : merge(tag).values;
      return required.has(TAG) && values?.length === 1 ? [[values[0], branch] as const] : [];
    });
    return found.length > 0 && found.length === branches.length ? new Map(found) : undefined;
  }

  /** All branches but that of null. */
  function objectBranches({ branches = [] }: MergedSchema): readonly Schema[] {
    return branches.filter((branch) => !(merge(branch).types.size === 1 && merge(branch).types.has("null")));
  }

  function narrow(union: MergedSchema, value: unknown): MergedSchema {
    const [first, ...others] = objectBranches(union);
    if (first === undefined) return union;
    const type = jsonTypeOf(value);
    const byTag = tags(union)?.get(memberOf(value, TAG));
    const byType = [first, ...others].find((branch) => admits(merge(branch), type));
    return narrow(merge(byTag ?? byType ?? first), value);
  }

  return { merge, narrow, tags };
}

function memberOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Whether it is what JSON calls an object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The narrowest type of a value of JSON. @throws {RangeError} for what JSON does not have */
export function jsonTypeOf(value: unknown): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  if (typeof value === "boolean" || typeof value === "string" || typeof value === "object")
    return typeof value as JsonType;
  throw new RangeError(`"value" expected a value of JSON, got ${typeof value}`);
}

/** Whether a value of this type can be valid. */
export function admits({ types }: MergedSchema, type: JsonType): boolean {
  return types.has(type) || (type === "integer" && types.has("number"));
}

function fold(
  name: string | undefined,
  parts: readonly Schema[],
  typesOfBranch: (branch: Schema) => ReadonlySet<JsonType>,
): MergedSchema {
  const unions = parts.flatMap(({ oneOf, anyOf }) => [oneOf, anyOf].filter((it) => it !== undefined));
  if (unions.length > 1) throw new RangeError(`"schema" ${name ?? ""} merges ${unions.length} unions into one`);
  const [branches] = unions;
  const typeLists = parts.flatMap(({ type }) => (type === undefined ? [] : [typeof type === "string" ? [type] : type]));
  if (branches !== undefined) typeLists.push([...new Set(branches.flatMap((branch) => [...typesOfBranch(branch)]))]);
  return {
    name,
    types: new Set(typeLists.reduce<readonly JsonType[]>(commonTypes, ALL_TYPES)),
    members: mergeMembers(parts),
    required: new Set(parts.flatMap(({ required = [] }) => required)),
    items: all(parts.flatMap(({ items }) => (items === undefined ? [] : [items]))),
    values: commonValues(parts),
    format: parts.find(({ format }) => format !== undefined)?.format,
    patterns: parts.flatMap(({ pattern }) => (pattern === undefined ? [] : [new RegExp(pattern, "u")])),
    isBase64: parts.some(({ contentEncoding }) => contentEncoding === "base64"),
    minimum: strictest(Math.max, parts, "minimum"),
    maximum: strictest(Math.min, parts, "maximum"),
    minLength: strictest(Math.max, parts, "minLength"),
    maxLength: strictest(Math.min, parts, "maxLength"),
    minItems: strictest(Math.max, parts, "minItems"),
    maxItems: strictest(Math.min, parts, "maxItems"),
    hasUniqueItems: parts.some(({ uniqueItems }) => uniqueItems === true),
    isOpen: parts.some((part) => part["x-open-type"] === true),
    branches,
  };
}

function commonTypes(one: readonly JsonType[], other: readonly JsonType[]): JsonType[] {
  const both = one.filter((type) => other.includes(type) || (type === "integer" && other.includes("number")));
  return one.includes("number") && other.includes("integer") ? [...both, "integer"] : both;
}

function mergeMembers(parts: readonly Schema[]): Map<string, Schema> {
  const lists = new Map<string, Schema[]>();
  for (const { properties = {} } of parts) {
    for (const [member, schema] of Object.entries(properties)) {
      lists.set(member, [...(lists.get(member) ?? []), schema]);
    }
  }
  return new Map([...lists].map(([member, list]) => [member, all(list) ?? {}]));
}

/** One schema that says what all of them say. */
function all(schemas: readonly Schema[]): Schema | undefined {
  return schemas.length > 1 ? { allOf: schemas } : schemas[0];
}

function commonValues(parts: readonly Schema[]): readonly unknown[] | undefined {
  const lists = parts.flatMap((part) => [
    ...(part.enum === undefined ? [] : [part.enum]),
    ...("const" in part ? [[part.const]] : []),
  ]);
  if (lists.length === 0) return undefined;
  return lists.reduce((one, other) => one.filter((value) => other.includes(value)));
}

type Bound = "minimum" | "maximum" | "minLength" | "maxLength" | "minItems" | "maxItems";

function strictest(choose: typeof Math.max, parts: readonly Schema[], bound: Bound): number | undefined {
  const given = parts.map((part) => part[bound]).filter((it) => it !== undefined);
  return given.length === 0 ? undefined : choose(...given);
}
