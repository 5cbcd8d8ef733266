/** The JSON Schema keywords that the normalised document may use: what types, validators and arbitraries all understand. */
import type { Json, JsonObject } from "../slice-openapi/json.js";
import { isObject, memberObject } from "../slice-openapi/json.js";

/** Keyword -> its type in the interface that openapi.generated.ts declares. */
export const KEYWORDS: Readonly<Record<string, string>> = {
  $ref: "string",
  allOf: "readonly JsonSchema[]",
  const: "string",
  contentEncoding: '"base64"',
  discriminator: "{ readonly propertyName: string; readonly mapping: Readonly<Record<string, string>> }",
  enum: "readonly string[]",
  format: '"date-time" | "int32" | "int64" | "uuid"',
  items: "JsonSchema",
  maximum: "number",
  minLength: "number",
  minimum: "number",
  oneOf: "readonly JsonSchema[]",
  pattern: "string",
  properties: "Readonly<Record<string, JsonSchema>>",
  readOnly: "boolean",
  required: "readonly string[]",
  type: "SchemaType | readonly SchemaType[]",
  uniqueItems: "boolean",
  "x-open-type": "boolean",
};

export const SCHEMA_TYPES = ["array", "boolean", "integer", "null", "number", "object", "string"];

/** Complaints about schemas of the document that use anything else. */
export function unknownKeywords(document: JsonObject): readonly string[] {
  const schemas = Object.entries(memberObject(memberObject(document, "components"), "schemas"));
  const inPaths = schemasBelow(memberObject(document, "paths"), "paths");
  return [...schemas, ...inPaths].flatMap(([name, schema]) => complain(schema, name));
}

function schemasBelow(value: Json, at: string): readonly [string, Json][] {
  if (Array.isArray(value)) return value.flatMap((item, index) => schemasBelow(item, `${at}[${index}]`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]): readonly [string, Json][] =>
    name === "schema" ? [[`${at}.schema`, member]] : schemasBelow(member, `${at}.${name}`),
  );
}

function complain(schema: Json, at: string): readonly string[] {
  if (!isObject(schema)) return [`${at}: a schema that is no object`];
  return Object.entries(schema).flatMap(([keyword, value]) => {
    if (KEYWORDS[keyword] === undefined) return [`${at}: keyword ${keyword} is not one of those that are understood`];
    if (keyword === "properties" && isObject(value)) {
      return Object.entries(value).flatMap(([name, member]) => complain(member, `${at}.${name}`));
    }
    const branches = Array.isArray(value) ? value : [];
    if (keyword === "allOf" || keyword === "oneOf") {
      return branches.flatMap((branch, index) => complain(branch, `${at}.${keyword}[${index}]`));
    }
    return keyword === "items" ? complain(value, `${at}.items`) : [];
  });
}
