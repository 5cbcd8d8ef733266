/** The normalised document -> src/graph/openapi.generated.ts: what the library needs of it at run time. */
import type { Json, JsonObject } from "../slice-openapi/json.js";
import { asObject, isObject, memberObject } from "../slice-openapi/json.js";
import { KEYWORDS, SCHEMA_TYPES } from "./keywords.js";

const METHODS = ["get", "post", "patch", "delete"];

interface OperationRecord {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Json[];
  readonly requestSchema: string | null;
  readonly responses: Readonly<Record<string, string | null>>;
}

/** @throws {Error} for a body whose schema has no name */
export function writeOperationsModule(document: JsonObject): string {
  const operations = listOperations(document);
  const schemas = Object.entries(memberObject(memberObject(document, "components"), "schemas"));
  const ids = operations.map(({ operationId }) => `  | "${operationId}"`).join("\n");
  const keywords = Object.entries(KEYWORDS).map(([name, type]) => `  readonly ${JSON.stringify(name)}?: ${type};`);
  return `/**
 * The operations and schemas of spec/graph.normalised.json as constants.
 * Written by tools/generate-spec.ts (\`npm run generate\`); never edited.
 */

export type OperationId =
${ids};

export interface OperationParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly schema: JsonSchema;
}

export interface Operation {
  readonly operationId: OperationId;
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Template; Graph ignores its case. */
  readonly path: string;
  readonly parameters: readonly OperationParameter[];
  /** Reference into {@link SCHEMAS} (\`#/components/schemas/…\`); null where the request has no body. */
  readonly requestSchema: string | null;
  /** Status (\`200\`, or \`4XX\` for a class) to a reference as above; null where the answer has no body. */
  readonly responses: Readonly<Record<string, string | null>>;
}

export type SchemaType = ${SCHEMA_TYPES.map((type) => `"${type}"`).join(" | ")};

/** JSON Schema 2020-12 as far as the document uses it. */
export interface JsonSchema {
${keywords.join("\n")}
}

export const OPERATIONS: readonly Operation[] = [
${operations.map((operation) => `  ${JSON.stringify(operation)},\n`).join("")}];

/** By name, as under \`#/components/schemas\`. */
export const SCHEMAS: Readonly<Record<string, JsonSchema>> = {
${schemas.map(([name, schema]) => `  ${JSON.stringify(name)}: ${JSON.stringify(schema)},\n`).join("")}};
`;
}

/** Every operation with its references to parameters and responses followed. */
export function listOperations(document: JsonObject): readonly OperationRecord[] {
  return Object.entries(memberObject(document, "paths")).flatMap(([path, pathItem]) =>
    METHODS.flatMap((method) => {
      const operation = isObject(pathItem) ? pathItem[method] : undefined;
      return isObject(operation) ? [describeOperation(document, path, method, operation, pathItem)] : [];
    }),
  );
}

function describeOperation(
  document: JsonObject,
  path: string,
  method: string,
  operation: JsonObject,
  pathItem: Json,
): OperationRecord {
  const operationId = String(operation["operationId"]);
  const requestBody = follow(document, memberObject(operation, "requestBody"));
  const responses = Object.entries(memberObject(operation, "responses"));
  const own = [isObject(pathItem) ? pathItem["parameters"] : [], operation["parameters"]];
  const parameters = own.flatMap((list) => (Array.isArray(list) ? list : []));
  return {
    operationId,
    method: method.toUpperCase(),
    path,
    parameters: parameters.map((parameter: Json) => {
      const { name = "", in: place = "", required = false, schema = {} } = follow(document, parameter);
      return { name, in: place, required, schema };
    }),
    requestSchema: schemaOf(requestBody, operationId),
    responses: Object.fromEntries(
      responses.map(([status, response]) => [status, schemaOf(follow(document, response), operationId)]),
    ),
  };
}

/** The schema of a JSON body; of any other body there is none in the slice. */
function schemaOf(body: JsonObject, operationId: string): string | null {
  const mediaType = memberObject(memberObject(body, "content"), "application/json");
  if (mediaType["schema"] === undefined) return null;
  const reference = memberObject(mediaType, "schema")["$ref"];
  if (typeof reference !== "string") throw new Error(`${operationId} has a body whose schema has no name`);
  return reference;
}

function follow(document: JsonObject, value: Json): JsonObject {
  const node = asObject(value, "a parameter, a body or a response");
  const reference = node["$ref"];
  if (typeof reference !== "string") return node;
  const [kind = "", name = ""] = reference.replace("#/components/", "").split("/");
  return asObject(memberObject(memberObject(document, "components"), kind)[name], reference);
}
