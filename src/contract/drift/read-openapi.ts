/** The normalised OpenAPI document -> the same model as a service's metadata, as far as OpenAPI can say it. */
import type { CsdlAction, CsdlMember, CsdlModel, CsdlType } from "./csdl-model.js";
import type { JsonObject } from "./read-schema.js";
import { isObject, read, readValue } from "./read-schema.js";

/** A type of Graph's own: no envelope of a list, and with no further namespace, as those of OData errors have. */
const TYPE_NAME = /^microsoft\.graph\.\w+$(?<!CollectionResponse)/;

/** `servicePrincipal.addKey` and `servicePrincipal.addKeyByAppId` are the same action. */
const OPERATION_ID = /^(\w+)\.(\w+?)(?:ByAppId)?$/;

/** Base of everything that has an id; what is not based on it is a complex type. */
const ENTITY = "microsoft.graph.entity";

/**
 * Reads the types and the bound actions of a document whose schemas are named as Graph's types are, whose operations are
 * named `type.action`, and which marks open types with `x-open-type`.
 * OpenAPI does not tell which types are abstract and whether a binding parameter may be null. Schemas that are only a
 * union, and control information (`@odata.type`), are no types and no members.
 * @param document - parsed JSON; whatever is not there is taken as empty
 */
export function readOpenApi(document: unknown): CsdlModel {
  const schemas = read(document, "components", "schemas");
  const types = Object.entries(schemas).flatMap(([name, schema]) =>
    TYPE_NAME.test(name) && isObject(schema) && !("oneOf" in schema) ? readType(name, schema, schemas) : [],
  );
  const actions = Object.entries(read(document, "paths")).flatMap(([path, item]) =>
    isObject(item) ? readAction(path, read(item, "post"), document) : [],
  );
  return { types, actions: withoutDoubles(actions) };
}

function readType(name: string, schema: JsonObject, schemas: JsonObject): CsdlType {
  if (Array.isArray(schema["enum"])) {
    const names = schema["enum"].filter((value) => typeof value === "string");
    const members = names.map((value) => ({ name: value, type: "Edm.String", nullable: false }));
    return { name, kind: "enum", base: null, open: null, abstract: null, members };
  }
  return {
    name,
    kind: isEntity(name, schemas) ? "entity" : "complex",
    base: baseOf(schema),
    open: partsOf(schema).some((part) => part["x-open-type"] === true),
    abstract: null,
    members: partsOf(schema).flatMap((part) => readMembers(read(part, "properties"))),
  };
}

/** The schema itself and the parts of its `allOf`, which stand for a base type and what a type adds to it. */
function partsOf(schema: JsonObject): JsonObject[] {
  const parts: unknown = schema["allOf"];
  return [schema, ...(Array.isArray(parts) ? parts.filter(isObject) : [])];
}

function baseOf(schema: JsonObject): string | null {
  const reference = partsOf(schema).find((part) => typeof part["$ref"] === "string");
  return reference === undefined ? null : readValue(reference).type;
}

function isEntity(name: string, schemas: JsonObject): boolean {
  const seen = new Set<string>();
  for (let at: string | null = name; at !== null && !seen.has(at); at = baseOf(read(schemas, at))) {
    if (at === ENTITY) return true;
    seen.add(at);
  }
  return false;
}

function readMembers(properties: JsonObject): CsdlMember[] {
  const own = Object.entries(properties).filter(([name]) => !name.includes("@"));
  return own.map(([name, schema]) => ({ name, ...readValue(schema) }));
}

function readAction(path: string, operation: JsonObject, document: unknown): CsdlAction[] {
  const [, owner, name] = OPERATION_ID.exec(String(operation["operationId"])) ?? [];
  if (owner === undefined || name === undefined || !path.endsWith(`/${name}`)) return [];
  const responses = read(operation, "responses");
  const done = Object.keys(responses).find((status) => status.startsWith("2"));
  const body = follow(jsonOf(follow(operation["requestBody"], document)), document);
  const content = widen(jsonOf(follow(responses[done ?? ""], document)), document);
  return [
    {
      name,
      boundTo: `microsoft.graph.${owner}`,
      boundNullable: null,
      parameters: readMembers(read(body, "properties")),
      returns: Object.keys(content).length === 0 ? null : readValue(content),
    },
  ];
}

function jsonOf(carrier: JsonObject): JsonObject {
  return read(carrier, "content", "application/json", "schema");
}

/**
 * A schema of another name that only demands more of a type (its members must be there) stands for that type: CSDL has no
 * word for what an answer always has.
 */
function widen(schema: JsonObject, document: unknown): JsonObject {
  const parts = partsOf(follow(schema, document));
  const type = parts.find((part) => typeof part["$ref"] === "string");
  const addsMembers = parts.some((part) => "properties" in part);
  return type === undefined || addsMembers || TYPE_NAME.test(readValue(schema).type) ? schema : type;
}

/** What a reference into the document points at; anything else is already there. References do not lead in chains. */
function follow(value: unknown, document: unknown): JsonObject {
  const target = read(value)["$ref"];
  return typeof target === "string" ? read(document, ...target.split("/").slice(1)) : read(value);
}

/** An action that has several addresses is one, unless they differ: then each is compared. */
function withoutDoubles(actions: readonly CsdlAction[]): CsdlAction[] {
  return [...new Map(actions.map((action) => [JSON.stringify(action), action])).values()];
}
