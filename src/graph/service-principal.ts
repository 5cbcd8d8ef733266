/** A servicePrincipal as it was read from Graph: checked before anything is made of it. */
import { MalformedError } from "../errors.js";
import type { KeyCredential, PasswordCredential, ServicePrincipal } from "./model.js";

/** A servicePrincipal whose two collections are there. */
export interface ReadServicePrincipal extends ServicePrincipal {
  readonly keyCredentials: readonly KeyCredential[];
  readonly passwordCredentials: readonly PasswordCredential[];
}

/** The request whose answer holds all that is needed: without `$select` Graph leaves the certificates out. */
export const READ_SERVICE_PRINCIPAL =
  "GET /servicePrincipals/{id}?$select=id,appId,displayName,keyCredentials,passwordCredentials,preferredTokenSigningKeyThumbprint";

const SCALARS = ["id", "appId", "displayName", "preferredTokenSigningKeyThumbprint", "preferredSingleSignOnMode"];
const SHARED_MEMBERS = ["customKeyIdentifier", "displayName", "endDateTime", "keyId", "startDateTime"];
const MEMBERS = {
  keyCredentials: [...SHARED_MEMBERS, "key", "type", "usage"],
  passwordCredentials: [...SHARED_MEMBERS, "hint", "secretText"],
} as const;

/**
 * Checks that a JSON value is one servicePrincipal with both its collections, each member of the type that Graph gives it.
 * Members that are not known here stay, `@odata.context` among them. What the entries say is not judged.
 * @param json - a parsed answer; given back as it is, neither copied nor changed
 * @throws {MalformedError} `ERR_GRAPH_SERVICE_PRINCIPAL`; `at` is a JSON pointer (RFC 6901), `/` standing for the whole
 */
export function readServicePrincipal(json: unknown): ReadServicePrincipal {
  if (!isObject(json)) throw malformed("/", `a servicePrincipal expected, got ${nameOf(json)}`);
  if (!("keyCredentials" in json) && Array.isArray(json["value"])) {
    throw malformed("/value", `a list, which never shows the certificates; read one object: ${READ_SERVICE_PRINCIPAL}`);
  }
  for (const member of SCALARS) requireText(json, member, "");
  for (const collection of ["keyCredentials", "passwordCredentials"] as const) {
    requireCollection(json[collection], `/${collection}`, MEMBERS[collection]);
  }
  return json as unknown as ReadServicePrincipal;
}

function requireCollection(value: unknown, at: string, members: readonly string[]): void {
  if (value === undefined || value === null) throw malformed(at, `missing; read with: ${READ_SERVICE_PRINCIPAL}`);
  if (!Array.isArray(value)) throw malformed(at, `an array expected, got ${nameOf(value)}`);
  for (const [index, entry] of value.entries()) {
    if (!isObject(entry)) throw malformed(`${at}/${index}`, `an object expected, got ${nameOf(entry)}`);
    for (const member of members) requireText(entry, member, `${at}/${index}`);
  }
}

/** Every known member is a string, absent or null. */
function requireText(object: Readonly<Record<string, unknown>>, member: string, at: string): void {
  const value = object[member];
  if (value === undefined || value === null || typeof value === "string") return;
  throw malformed(`${at}/${member}`, `a string or null expected, got ${nameOf(value)}`);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The kind of a value and never the value, which may be secret. */
function nameOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "an array" : `a ${typeof value}`;
}

function malformed(at: string, message: string): MalformedError {
  return new MalformedError(`${at}: ${message}`, { code: "ERR_GRAPH_SERVICE_PRINCIPAL", at });
}
