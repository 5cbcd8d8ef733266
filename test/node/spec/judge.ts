/** What a document of spec/ says about a value: Ajv over the document as it is, without the validators made from it. */
import type { AnySchema, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormatsModule from "ajv-formats";
import type { CorrectionExample, Verdict } from "../../../tools/generate-spec/corrections.js";
import type { Json, JsonObject } from "../../../tools/slice-openapi/json.js";
import { isObject, memberObject } from "../../../tools/slice-openapi/json.js";
import { readExample } from "./documents.js";

const addFormats = addFormatsModule.default;
const DOCUMENT = "https://graph-certkit.test/document";
const METHODS = ["get", "post", "patch", "delete"];

export type Exchange = Pick<CorrectionExample, "schema" | "operationId" | "status" | "value" | "file">;

export type Judge = (exchange: Exchange) => Verdict;

/**
 * A judge of requests, responses and values of schemas. An operation, a status or a schema that the document does not
 * have is rejected; so are a missing body where one is declared and a body where none is.
 */
export function createJudge(document: JsonObject): Judge {
  const ajv = new Ajv2020({ strict: false, logger: false });
  addFormats(ajv);
  const paths = memberObject(document, "paths");
  const components = memberObject(document, "components");
  ajv.addSchema({ $id: DOCUMENT, paths, components } as AnySchema);
  const compiled = new Map<string, ValidateFunction>();
  const isValid = (pointer: string, value: Json): boolean => {
    const $ref = `${DOCUMENT}#${pointer.split("/").map(encodeURIComponent).join("/")}`;
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref });
    compiled.set(pointer, validate);
    return validate(value) === true;
  };
  const verdict = (pointer: string | null | undefined, value: Json | undefined): Verdict => {
    if (pointer === undefined) return "rejects";
    if (pointer === null || value === undefined) return pointer === null && value === undefined ? "accepts" : "rejects";
    return isValid(pointer, value) ? "accepts" : "rejects";
  };
  return ({ schema, operationId, status, value, file }) => {
    const body = file === undefined ? value : readExample(file);
    if (schema !== undefined) {
      const isKnown = memberObject(components, "schemas")[schema] !== undefined;
      return verdict(isKnown ? `/components/schemas/${escapePointer(schema)}` : undefined, body);
    }
    return verdict(bodyPointer(document, operationId, status), body);
  };
}

/** Where the schema of a body is: null where there is no body, undefined where there is no such message. */
function bodyPointer(
  document: JsonObject,
  operationId: string | undefined,
  status: number | undefined,
): string | null | undefined {
  const operations = Object.entries(memberObject(document, "paths")).flatMap(([path, item]) =>
    METHODS.map((method) => ({ at: `/paths/${escapePointer(path)}/${method}`, node: memberObject(item, method) })),
  );
  const operation = operations.find(({ node }) => node["operationId"] === operationId);
  if (operation === undefined) return undefined;
  if (status === undefined) return contentPointer(document, `${operation.at}/requestBody`);
  const responses = memberObject(operation.node, "responses");
  const declared = [String(status), `${Math.floor(status / 100)}XX`].find((name) => responses[name] !== undefined);
  return declared === undefined ? undefined : contentPointer(document, `${operation.at}/responses/${declared}`);
}

function contentPointer(document: JsonObject, at: string): string | null {
  const node = resolvePointer(document, at);
  if (!isObject(node)) return null;
  if (typeof node["$ref"] === "string") return contentPointer(document, node["$ref"].slice(1));
  const below = `${at}/content/application~1json/schema`;
  return resolvePointer(document, below) === undefined ? null : below;
}

/** RFC 6901; undefined where nothing is. */
export function resolvePointer(document: Json, pointer: string): Json | undefined {
  const steps = pointer.split("/").slice(1);
  return steps.reduce<Json | undefined>((node, step) => {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(node)) return node[Number(name)];
    return isObject(node) ? node[name] : undefined;
  }, document);
}

const escapePointer = (name: string): string => name.replaceAll("~", "~0").replaceAll("/", "~1");
