/**
 * Cuts prose and vendor notes from an OpenAPI document. Knows where the members of an object are names of the document's
 * own making (`properties`, `schemas`, …): a property called `description` stays.
 */
import type { Json, JsonObject } from "./json.js";
import { isObject } from "./json.js";

const PROSE = new Set(["description", "summary", "externalDocs", "tags", "title", "example", "examples"]);

const isCut = (name: string): boolean => PROSE.has(name) || name.startsWith("x-ms-docs-");

/** Members whose values map names of the document's own making to nodes. */
const MAPS = new Set(["properties", "patternProperties", "paths", "schemas", "content", "headers", "mapping"]);
const COMPONENT_MAPS = new Set(["schemas", "parameters", "responses", "requestBodies", "headers", "securitySchemes"]);

export interface StripCounts {
  prose: number;
  navigationProperties: number;
}

type Role = "node" | "names" | "responses" | "components";

/** What the members of an object are, by its own name and by the role of the object that holds it. */
function roleOf(name: string, parent: Role): Role {
  if (parent === "names" || parent === "responses") return "node";
  if (name === "responses") return "responses";
  if (name === "components") return "components";
  const isMap = parent === "components" ? COMPONENT_MAPS.has(name) : MAPS.has(name);
  return isMap ? "names" : "node";
}

/**
 * The document without prose and without navigation properties, which are read and written by requests of their own.
 * A response keeps an empty description, since OpenAPI requires one.
 * @param counts - raised by what was cut
 */
export function stripNode(value: Json, counts: StripCounts, role: Role = "node"): Json {
  if (Array.isArray(value)) return value.map((item) => stripNode(item, counts));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]): [string, Json][] => {
      if (role === "node" && isCut(name)) {
        counts.prose++;
        return [];
      }
      if (role === "names" && isObject(member) && member["x-ms-navigationProperty"] === true) {
        counts.navigationProperties++;
        return [];
      }
      const stripped = stripNode(member, counts, roleOf(name, role));
      return [[name, role === "responses" ? withDescription(stripped) : stripped]];
    }),
  );
}

function withDescription(response: Json): Json {
  const isReference = isObject(response) && response["$ref"] !== undefined;
  return isObject(response) && !isReference ? ({ ...response, description: "" } satisfies JsonObject) : response;
}
