/**
 * The slice in OpenAPI 3.1 and in one spelling, with the same meaning: what the published document lets through, the
 * translated one lets through. Errors stay for the overlay to mend.
 */
import type { Json, JsonObject } from "../slice-openapi/json.js";
import { asObject, isObject, memberObject } from "../slice-openapi/json.js";
import { comparablePath, WANTED_OPERATIONS, withoutNamespaces } from "../slice-openapi/wanted-operations.js";

/**
 * - `nullable` becomes a type array;
 * - `anyOf [X, any object or null]` becomes `oneOf [X, null, an object that is no X]`: three branches that exclude each
 *   other, of which a correction can take the last away;
 * - paths lose the namespace of actions, operations get canonical operationIds;
 * - bodies of actions become schemas with names;
 * - vendor notes (`x-ms-*`) go.
 */
export function translate(slice: Json): JsonObject {
  const source = asObject(slice, "the slice");
  const components = memberObject(source, "components");
  const bodies = new Map<string, Json>();
  const paths = Object.entries(memberObject(source, "paths")).map(([path, item]): [string, Json] => [
    withoutNamespaces(path),
    translatePathItem(path, asObject(item, path), bodies),
  ]);
  const translated = asObject(translateNode(components), "components");
  // Newer documents keep the bodies of actions as components of the same names.
  const requestBodies = Object.entries(memberObject(translated, "requestBodies")).map(
    ([name, body]): [string, Json] => [name, nameSchema(asObject(body, name), name, bodies)],
  );
  return {
    ...source,
    openapi: "3.1.0",
    paths: Object.fromEntries(paths),
    components: {
      ...translated,
      ...(requestBodies.length === 0 ? {} : { requestBodies: Object.fromEntries(requestBodies) }),
      schemas: { ...memberObject(translated, "schemas"), ...Object.fromEntries(bodies) },
    },
  };
}

function translatePathItem(path: string, item: JsonObject, bodies: Map<string, Json>): JsonObject {
  const members = Object.entries(item).map(([name, member]): [string, Json] => {
    const wanted = WANTED_OPERATIONS.find(
      (operation) => operation.method === name && comparablePath(operation.path) === comparablePath(path),
    );
    const translated = translateNode(member);
    if (wanted === undefined || !isObject(translated)) return [name, translated];
    return [name, nameBody({ ...translated, operationId: wanted.operationId }, path, bodies)];
  });
  return Object.fromEntries(members);
}

/** Gives the parameters of an action, which are published in place, the name that newer documents give them. */
function nameBody(operation: JsonObject, path: string, bodies: Map<string, Json>): JsonObject {
  const requestBody = operation["requestBody"];
  if (!isObject(requestBody)) return operation;
  const name = `${withoutNamespaces(path).split("/").at(-1)}RequestBody`;
  return { ...operation, requestBody: nameSchema(requestBody, name, bodies) };
}

/** The body with a reference to its schema, which goes to `bodies`; as it is where it refers to something already. */
function nameSchema(body: JsonObject, name: string, bodies: Map<string, Json>): JsonObject {
  const { schema } = memberObject(memberObject(body, "content"), "application/json");
  if (!isObject(schema) || schema["$ref"] !== undefined) return body;
  bodies.set(name, schema);
  return { ...body, content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } } };
}

function translateNode(value: Json): Json {
  if (Array.isArray(value)) return value.map(translateNode);
  if (!isObject(value)) return value;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !name.startsWith("x-ms-"))
      .map(([name, member]) => [name, translateNode(member)]),
  );
  if (Array.isArray(value["anyOf"])) {
    const { anyOf: _, ...others } = rest;
    return { ...others, ...translateAnyOf(value["anyOf"]) };
  }
  // A property may be called `nullable`: then it is a schema, and the object holds properties.
  if (nullable === undefined || isObject(nullable)) return nullable === undefined ? rest : { ...rest, nullable };
  return nullable === true && typeof rest["type"] === "string" ? { ...rest, type: [rest["type"], "null"] } : rest;
}

function translateAnyOf(branches: readonly Json[]): JsonObject {
  const [first = null, second] = branches;
  const isNullableObject =
    branches.length === 2 && isObject(second) && second["type"] === "object" && second["nullable"] === true;
  const isBare = isObject(second) && Object.keys(second).length === 2;
  if (!isNullableObject || !isBare) return { anyOf: branches.map(translateNode) };
  const known = translateNode(first);
  return { oneOf: [known, { type: "null" }, { type: "object", not: known }] };
}
