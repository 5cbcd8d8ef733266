/** The part of JSON Schema 2020-12 that the specification uses; spec/graph.normalised.json says what it means. */

/** Types as JSON Schema names them; what is `integer` is a `number` too. */
export type JsonType = "null" | "boolean" | "integer" | "number" | "string" | "array" | "object";

/** One schema as it is written. Whatever has no line here is refused by `readSchema`, so that nothing goes unjudged. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly contentEncoding?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  /** The type is open in Graph's metadata: instances may have members that are not declared. */
  readonly "x-open-type"?: boolean;
}

/** `components.schemas` of a document: schemas by name. */
export type SchemaSet = Readonly<Record<string, Schema>>;

/** Keywords that decide whether a value is valid, or which member belongs where. */
export const JUDGING_KEYWORDS: ReadonlySet<string> = new Set([
  "$ref",
  "type",
  "properties",
  "required",
  "items",
  "allOf",
  "anyOf",
  "oneOf",
  "enum",
  "const",
  "format",
  "pattern",
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "uniqueItems",
]);

/** Keywords that no value is judged by. */
const SILENT_KEYWORDS: ReadonlySet<string> = new Set([
  "contentEncoding",
  "x-open-type",
  "discriminator",
  "title",
  "description",
  "default",
  "readOnly",
  "$comment",
]);

/** Formats that are asserted; a width of numbers is said by minimum and maximum instead. */
const ASSERTED_FORMATS: ReadonlySet<string> = new Set(["date-time", "uuid"]);
const SILENT_FORMATS: ReadonlySet<string> = new Set(["int32", "int64", "double", "float"]);

const REFERENCE = "#/components/schemas/";

/** The name in a `$ref`. @throws {RangeError} where it leads elsewhere than into `components.schemas` */
export function referencedName(ref: string): string {
  if (!ref.startsWith(REFERENCE)) throw new RangeError(`"$ref" expected ${REFERENCE}NAME, got ${ref}`);
  return ref.slice(REFERENCE.length);
}

/**
 * Refuses a schema whose own keywords (not those of its members) are not all known here.
 * @throws {RangeError} naming the keyword or the format
 */
export function refuseUnknownKeywords(schema: Schema): void {
  for (const keyword of Object.keys(schema)) {
    if (JUDGING_KEYWORDS.has(keyword) || SILENT_KEYWORDS.has(keyword)) continue;
    if (keyword.startsWith("x-ms-")) continue;
    throw new RangeError(`"schema" has the keyword ${keyword}, which nothing here judges`);
  }
  const { format } = schema;
  if (format !== undefined && !ASSERTED_FORMATS.has(format) && !SILENT_FORMATS.has(format)) {
    throw new RangeError(`"schema" has the format ${format}, which nothing here judges`);
  }
}

/** Whether values are held against this format. */
export const isAssertedFormat = (format: string): boolean => ASSERTED_FORMATS.has(format);
