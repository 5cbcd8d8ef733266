/** Bodies of Graph's operations against the contract: precompiled validators, then the members that nobody declared. */
import { OPERATIONS, SCHEMAS } from "../../graph/openapi.generated.js";
import { VALIDATORS } from "../validators.generated.js";
import type { SchemaFinding } from "./finding.js";
import { toFindings } from "./finding.js";
import { createSchemaReader } from "./merged-schema.js";
import type { SchemaSet } from "./schema.js";
import { referencedName } from "./schema.js";
import { findUnknownMembers } from "./unknown-members.js";

const schemas: SchemaSet = SCHEMAS;
const reader = createSchemaReader(schemas);

/** What of an operation decides which bodies it has. A schema of `null`: no body. */
interface Operation {
  readonly operationId: string;
  readonly requestSchema: string | null;
  readonly responses: Readonly<Record<string, string | null>>;
}

/**
 * Judges the body of an answer.
 * @param operationId - such as `servicePrincipal.addTokenSigningCertificate`; `ByAppId` behind it for the other address
 * @param status - three digits; an answer of a status that is not documented is a finding and nothing else is judged
 * @param body - parsed JSON; `undefined` where there is none
 * @returns violations, then drift notes; empty for a body that keeps the contract
 * @throws {RangeError} naming `operationId` where there is no such operation, `status` where it is none
 */
export function validate(operationId: string, status: number, body: unknown): readonly SchemaFinding[] {
  const { responses } = operationOf(operationId);
  if (!Number.isInteger(status) || status < 100 || status > 599) {
    throw new RangeError(`"status" expected 100..599, got ${status}`);
  }
  const documented = [String(status), `${Math.floor(status / 100)}XX`, "default"].find((it) =>
    Object.hasOwn(responses, it),
  );
  if (documented === undefined) {
    const message = `must have a documented status: ${Object.keys(responses).join(", ")}`;
    return [{ pointer: "", message, keyword: "status", kind: "violation" }];
  }
  return judge(responses[documented] ?? null, body);
}

/**
 * Judges the body of a request.
 * @param body - parsed JSON; `undefined` where there is none
 * @returns as {@link validate}
 * @throws {RangeError} naming `operationId` where there is no such operation
 */
export function validateRequest(operationId: string, body: unknown): readonly SchemaFinding[] {
  return judge(operationOf(operationId).requestSchema, body);
}

/**
 * Judges any value by the name of its type.
 * @param schema - such as `microsoft.graph.keyCredential`
 * @returns as {@link validate}
 * @throws {RangeError} naming `schema` where there is none of that name
 */
export function validateValue(schema: string, value: unknown): readonly SchemaFinding[] {
  const validator = Object.hasOwn(VALIDATORS, schema) ? VALIDATORS[schema] : undefined;
  if (validator === undefined) throw new RangeError(`"schema" expected the name of a schema, got ${schema}`);
  const violations = validator(value) ? [] : toFindings(validator.errors ?? []);
  return [...violations, ...findUnknownMembers(reader, reader.merge(schemas[schema] ?? {}), value)];
}

function operationOf(operationId: string): Operation {
  const operations: readonly Operation[] = OPERATIONS;
  const found = operations.find((it) => it.operationId === operationId);
  if (found === undefined) throw new RangeError(`"operationId" expected one of the contract, got ${operationId}`);
  return found;
}

function judge(ref: string | null, body: unknown): readonly SchemaFinding[] {
  if (ref === null) {
    if (body === undefined) return [];
    return [{ pointer: "", message: "must not be there", keyword: "body", kind: "violation" }];
  }
  if (body === undefined) return [{ pointer: "", message: "must be there", keyword: "body", kind: "violation" }];
  return validateValue(ref.startsWith("#") ? referencedName(ref) : ref, body);
}
