/** A document's schemas with those of its bodies beside them, so that whatever an operation sends can be judged by name. */
import type { Json, JsonObject } from "../slice-openapi/json.js";
import { asObject, isObject, memberObject } from "../slice-openapi/json.js";
import type { Judge } from "../spec-agree/judges.js";

export interface Bodies {
  /** `components.schemas`, and beside them one for each of `parts` that has a body. */
  readonly schemas: Readonly<Record<string, JsonObject>>;
  /** `OPERATION/request` and `OPERATION/STATUS` with the status as it is written in the document (`200`, `2XX`). */
  readonly parts: ReadonlySet<string>;
}

export function bodiesOf(document: JsonObject): Bodies {
  const components = memberObject(document, "components");
  const named = Object.entries(memberObject(components, "schemas"));
  const operations = Object.values(memberObject(document, "paths"))
    .flatMap((path) => (isObject(path) ? Object.values(path) : []))
    .filter(
      (operation): operation is JsonObject => isObject(operation) && typeof operation["operationId"] === "string",
    );
  const parts = operations.flatMap((operation) => [
    [`${operation["operationId"]}/request`, operation["requestBody"]] as const,
    ...Object.entries(memberObject(operation, "responses")).map(
      ([status, response]) => [`${operation["operationId"]}/${status}`, response] as const,
    ),
  ]);
  const bodies = parts.flatMap(([name, body]) => {
    const schema = schemaOf(body, components);
    return schema === undefined ? [] : [[name, schema] as const];
  });
  return {
    schemas: Object.fromEntries([...named.map(([name, schema]) => [name, asObject(schema, name)] as const), ...bodies]),
    parts: new Set(parts.map(([name]) => name)),
  };
}

function schemaOf(body: Json | undefined, components: JsonObject): JsonObject | undefined {
  if (!isObject(body)) return undefined;
  const ref = body["$ref"];
  if (typeof ref === "string") {
    const [kind = "", name = ""] = ref.split("/").slice(2);
    return schemaOf(memberObject(memberObject(components, kind), name), components);
  }
  const schema = memberObject(memberObject(memberObject(body, "content"), "application/json"), "schema");
  return Object.keys(schema).length === 0 ? undefined : schema;
}

/**
 * Whether a document lets a body through: the status is documented, of itself or by its class, and the body is as its
 * schema says; where there is no schema there must be no body.
 * @param status - `undefined` for a request
 * @param judge - knows `bodies.schemas`
 */
export function acceptsBody(
  { schemas, parts }: Bodies,
  judge: Judge,
  operationId: string,
  status: number | undefined,
  body: Json | undefined,
): boolean {
  const written = status === undefined ? ["request"] : [String(status), `${Math.floor(status / 100)}XX`, "default"];
  const name = written.map((it) => `${operationId}/${it}`).find((it) => parts.has(it));
  if (name === undefined) return false;
  if (!Object.hasOwn(schemas, name)) return body === undefined;
  return body !== undefined && judge.accepts(name, body);
}
