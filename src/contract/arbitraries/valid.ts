/** Valid values of any schema of the specification, as fast-check arbitraries that shrink. */
import type { Arbitrary } from "fast-check";
import fc from "fast-check";
import { SCHEMAS } from "../../graph/openapi.generated.js";
import type { MergedSchema, SchemaReader } from "../validation/merged-schema.js";
import { admits, createSchemaReader, TAG } from "../validation/merged-schema.js";
import type { Schema, SchemaSet } from "../validation/schema.js";
import { referencedName } from "../validation/schema.js";
import type { PooledCredential } from "./credential-pool.generated.js";
import { CREDENTIAL_POOL } from "./credential-pool.generated.js";
import { describeCredential, holdsCredential } from "./credentials.js";
import { textsOf } from "./texts.js";

/** What is drawn where a schema leaves it open. */
export interface ArbitraryOptions {
  /** Where schemas are looked up by name; default: those of the specification. */
  readonly schemas?: SchemaSet | undefined;
  /** What `key` and `pkcs12Value` are drawn from, at least one; default: a pool of three that is part of the package. */
  readonly credentials?: readonly PooledCredential[] | undefined;
  /** Whether optional members called `@odata.type` are always there; default: sometimes, as in Graph's answers. */
  readonly annotated?: boolean | undefined;
  /** Whether open types get members that are not declared; default: true. */
  readonly unknownMembers?: boolean | undefined;
}

/** How often a type may contain itself. */
const MOST_NESTED = 2;
const MOST_ITEMS = 3;

/**
 * Valid values of a schema: optional members are there or not, null is there where it may be, open types have members
 * that nobody declared, types that contain themselves end after two rounds. Members that hold certificates or PFX files
 * hold real ones.
 * @param schema - a name such as `microsoft.graph.keyCredential`, or a schema
 * @throws {RangeError} naming the argument: no such schema, a keyword that is not known, a schema that nothing satisfies
 */
export function arbitraryOf(schema: string | Schema, options: ArbitraryOptions = {}): Arbitrary<unknown> {
  const { schemas = SCHEMAS, credentials = CREDENTIAL_POOL } = options;
  if (credentials.length === 0) throw new RangeError('"credentials" expected at least 1, got 0');
  const reader = createSchemaReader(schemas);
  const made = valuesOf(namedSchema(schema, schemas), "", [], { ...options, credentials, reader });
  if (made === undefined) throw new RangeError('"schema" contains itself without end');
  return made;
}

/** The schema of that name, as a reference. @throws {RangeError} naming `schema` */
export function namedSchema(schema: string | Schema, schemas: SchemaSet): Schema {
  if (typeof schema !== "string") return schema;
  if (!Object.hasOwn(schemas, schema)) throw new RangeError(`"schema" expected the name of a schema, got ${schema}`);
  return { $ref: `#/components/schemas/${schema}` };
}

interface Context extends ArbitraryOptions {
  readonly credentials: readonly PooledCredential[];
  readonly reader: SchemaReader;
}

/** `undefined` where there is no end to it. `path`: the named types around it. */
function valuesOf(
  schema: Schema,
  member: string,
  path: readonly string[],
  context: Context,
): Arbitrary<unknown> | undefined {
  const merged = context.reader.merge(schema);
  const name = schema.$ref === undefined ? undefined : referencedName(schema.$ref);
  const deeper = name === undefined ? path : [...path, name];
  if (name !== undefined && path.filter((it) => it === name).length >= MOST_NESTED) return undefined;
  if (merged.values !== undefined) return fc.constantFrom(...merged.values);
  const { branches } = merged;
  if (branches !== undefined) {
    const inner = branches.map((branch) => valuesOf(branch, member, deeper, context)).filter((it) => it !== undefined);
    return inner.length === 0 ? undefined : fc.oneof(...inner);
  }
  return valuesOfTypes(merged, member, deeper, context);
}

function valuesOfTypes(
  merged: MergedSchema,
  member: string,
  path: readonly string[],
  context: Context,
): Arbitrary<unknown> | undefined {
  const { minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER } = merged;
  const choices: (Arbitrary<unknown> | undefined)[] = [
    merged.types.has("string") ? textsOf(merged, member) : undefined,
    merged.types.has("boolean") ? fc.boolean() : undefined,
    admits(merged, "integer") ? integersOf(merged) : undefined,
    merged.types.has("number")
      ? fc.double({ min: minimum, max: maximum, noNaN: true }).map(withoutMinusZero)
      : undefined,
    merged.types.has("array") ? arraysOf(merged, path, context) : undefined,
    merged.types.has("object") ? objectsOf(merged, path, context) : undefined,
  ];
  const weighted = choices.flatMap((arbitrary) => (arbitrary === undefined ? [] : [{ weight: 4, arbitrary }]));
  if (merged.types.has("null")) weighted.push({ weight: 1, arbitrary: fc.constant(null) });
  return weighted.length === 0 ? undefined : fc.oneof(...weighted);
}

/** JSON has one zero. */
const withoutMinusZero = (value: number): number => value + 0;

function integersOf({ minimum, maximum }: MergedSchema): Arbitrary<number> {
  const [min, max] = [minimum ?? Number.MIN_SAFE_INTEGER, maximum ?? Number.MAX_SAFE_INTEGER].map(Math.trunc) as [
    number,
    number,
  ];
  if (min === Number.MIN_SAFE_INTEGER && max === Number.MAX_SAFE_INTEGER) return fc.maxSafeInteger();
  const span = max - min;
  if (Number.isSafeInteger(span)) return fc.integer({ min, max });
  return fc.maxSafeInteger().filter((value) => value >= min && value <= max);
}

function arraysOf(merged: MergedSchema, path: readonly string[], context: Context): Arbitrary<unknown> | undefined {
  const { items = {}, minItems: minLength = 0, maxItems } = merged;
  const inner = valuesOf(items, "", path, context);
  if (inner === undefined) return minLength === 0 ? fc.constant([]) : undefined;
  const lengths = { minLength, maxLength: Math.max(minLength, Math.min(maxItems ?? MOST_ITEMS, MOST_ITEMS)) };
  if (merged.hasUniqueItems) return fc.uniqueArray(inner, { ...lengths, selector: (item) => JSON.stringify(item) });
  return fc.array(inner, lengths);
}

function objectsOf(merged: MergedSchema, path: readonly string[], context: Context): Arbitrary<unknown> | undefined {
  const members: Record<string, Arbitrary<unknown>> = {};
  const required = [...merged.required];
  for (const name of required) {
    if (!merged.members.has(name)) members[name] = fc.constant(null);
  }
  for (const [name, schema] of merged.members) {
    const inner = name === TAG ? tagsOf(merged, schema, context) : valuesOf(schema, name, path, context);
    if (inner === undefined && merged.required.has(name)) return undefined;
    if (inner !== undefined) members[name] = inner;
    if (name === TAG && context.annotated === true && !merged.required.has(TAG)) required.push(TAG);
  }
  const record = fc.record(members, { requiredKeys: required, noNullPrototype: true });
  const declared = holdsCredential(new Set(merged.members.keys()))
    ? fc
        .tuple(record, fc.constantFrom(...context.credentials))
        .map(([value, credential]) => describeCredential(value, credential))
    : record;
  if (!merged.isOpen || context.unknownMembers === false) return declared;
  return fc.tuple(declared, directoryExtensions(merged)).map(([value, unknown]) => ({ ...value, ...unknown }));
}

/** The tag of a type with a name is that name. */
function tagsOf(merged: MergedSchema, schema: Schema, { reader }: Context): Arbitrary<unknown> {
  const { values } = reader.merge(schema);
  if (values !== undefined) return fc.constantFrom(...values);
  const { name } = merged;
  return name?.startsWith("microsoft.graph.") ? fc.constant(`#${name}`) : fc.string({ size: "small" });
}

/** Members of an open type as Graph has them: `extension_` with the id of an application and a name. */
function directoryExtensions({ members }: MergedSchema): Arbitrary<Record<string, unknown>> {
  const names = fc
    .tuple(fc.uuid(), fc.stringMatching(/^[a-z][A-Za-z]{0,9}$/))
    .map(([id, name]) => `extension_${id.replaceAll("-", "")}_${name}`)
    .filter((name) => !members.has(name));
  const values = fc.oneof(fc.string({ size: "small" }), fc.boolean(), fc.integer(), fc.constant(null));
  return fc.dictionary(names, values, { maxKeys: 2, noNullPrototype: true });
}
