/** One JSON Schema of the normalised document -> the type that the metadata gives such a value. */

/** JSON that is an object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What stands at the end of a path of member names; an empty object where nothing or no object is there. */
export function read(value: unknown, ...path: readonly string[]): JsonObject {
  let at = value;
  for (const name of path) at = isObject(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  return isObject(at) ? at : {};
}

/** A type as CSDL writes it, and whether null stands beside it (of a collection: among its items). */
export interface ValueType {
  readonly type: string;
  readonly nullable: boolean;
}

/** Numbers, and strings that say what they hold, by their `format`. */
const FORMATS: Readonly<Record<string, string>> = {
  "date-time": "Edm.DateTimeOffset",
  date: "Edm.Date",
  duration: "Edm.Duration",
  uuid: "Edm.Guid",
  int16: "Edm.Int16",
  int32: "Edm.Int32",
  int64: "Edm.Int64",
  float: "Edm.Single",
  double: "Edm.Double",
  decimal: "Edm.Decimal",
};

/** How the pattern of a GUID begins. */
const GUID_PATTERN = "^[0-9a-fA-F]{8}-";

/** Where 32 bits end: whatever may be larger has 64. */
const INT32_LIMIT = 2 ** 31;

/**
 * Reads a schema as a type. What CSDL has no word for is spelt so that it equals no type: `Collection(X) or null`,
 * `X or Y`, `unknown`.
 */
export function readValue(schema: unknown): ValueType {
  if (!isObject(schema)) return { type: "unknown", nullable: true };
  const reference = schema["$ref"];
  if (typeof reference === "string") return { type: reference.slice(reference.lastIndexOf("/") + 1), nullable: false };
  const union = schema["oneOf"] ?? schema["anyOf"] ?? schema["allOf"];
  if (Array.isArray(union)) return readUnion(union);
  const names = [schema["type"]].flat();
  const nullable = names.includes("null");
  if (!names.includes("array")) return { type: readPrimitive(schema, names), nullable };
  const items = readValue(schema["items"]);
  return { type: `Collection(${items.type})${nullable ? " or null" : ""}`, nullable: items.nullable };
}

function readUnion(parts: readonly unknown[]): ValueType {
  const others = parts.filter((part) => !(isObject(part) && part["type"] === "null"));
  const read = others.map(readValue);
  const hasNull = others.length < parts.length;
  const collection = hasNull && read.some(({ type }) => type.startsWith("Collection(")) ? " or null" : "";
  return {
    type: read.map(({ type }) => type).join(" or ") + collection,
    nullable: (hasNull && collection === "") || read.some(({ nullable }) => nullable),
  };
}

function readPrimitive(schema: JsonObject, names: readonly unknown[]): string {
  const { format, pattern, contentEncoding, maximum } = schema as {
    readonly [Name in "format" | "pattern" | "contentEncoding" | "maximum"]?: unknown;
  };
  if (names.includes("boolean")) return "Edm.Boolean";
  if (typeof format === "string" && Object.hasOwn(FORMATS, format)) return FORMATS[format] ?? "unknown";
  if (names.includes("integer")) return Number(maximum) < INT32_LIMIT ? "Edm.Int32" : "Edm.Int64";
  if (names.includes("number")) return "Edm.Double";
  if (!names.includes("string")) return "unknown";
  if (contentEncoding !== undefined) return "Edm.Binary";
  return typeof pattern === "string" && pattern.startsWith(GUID_PATTERN) ? "Edm.Guid" : "Edm.String";
}
