/** The state as plain JSON, and back: what is restored is checked, since it may come from a file that somebody edited. */
import { MalformedError } from "../errors.js";
import type { Members } from "./members.js";
import { isMembers } from "./members.js";
import type { CollectionName, Entities, MockState } from "./state.js";
import { COLLECTIONS, DELETED_COLLECTIONS } from "./state.js";
import type { Store } from "./store.js";

/** A copy of everything, which later requests do not change. */
export function takeSnapshot(store: Store, advancedMs: number): MockState {
  const all = <C extends CollectionName>(collection: C): Entities[C][] =>
    Array.from(store.list(collection), (entity) => structuredClone(entity));
  return {
    version: 1,
    advancedMs,
    nextOrder: store.nextOrder(),
    apiConnectors: all("apiConnectors"),
    servicePrincipals: all("servicePrincipals"),
    applications: all("applications"),
    b2xUserFlows: all("b2xUserFlows"),
    deletedApplications: all("deletedApplications"),
    deletedServicePrincipals: all("deletedServicePrincipals"),
  };
}

/**
 * A snapshot, checked and copied; collections that an older one lacks are empty.
 * @throws {MalformedError} `ERR_MOCK_STATE`; `at` is a JSON pointer (RFC 6901)
 */
export function readState(state: unknown): MockState {
  if (!isMembers(state)) throw malformed("", "a snapshot");
  if (state["version"] !== 1) throw malformed("/version", "1");
  if (!Number.isFinite(state["advancedMs"])) throw malformed("/advancedMs", "a number");
  const nextOrder = state["nextOrder"];
  if (!isOrder(nextOrder)) throw malformed("/nextOrder", "a whole number greater than 0");
  const none = Object.fromEntries(DELETED_COLLECTIONS.map((collection) => [collection, []]));
  const whole: Members = { ...none, ...state };
  for (const collection of COLLECTIONS) requireCollection(whole[collection], collection, nextOrder);
  return structuredClone(whole) as unknown as MockState;
}

const PRINCIPAL = {
  appId: isString,
  displayName: isText,
  keyCredentials: isObjects,
  passwordCredentials: isObjects,
  properties: isMembers,
} as const;
const APPLICATION = {
  appId: isString,
  displayName: isText,
  createdDateTime: isString,
  signInAudience: isString,
} as const;

/** What each entity needs so that no request falls over it. */
const CHECKS: Readonly<Record<CollectionName, (entity: Members) => string | undefined>> = {
  apiConnectors: (entity) =>
    firstWrong(entity, { displayName: isText, targetUrl: isText, authentication: isAuthentication }),
  servicePrincipals: (entity) => firstWrong(entity, PRINCIPAL),
  applications: (entity) => firstWrong(entity, APPLICATION),
  b2xUserFlows: (entity) => firstWrong(entity, { postFederationSignup: isText, postAttributeCollection: isText }),
  deletedApplications: (entity) => firstWrong(entity, { ...APPLICATION, deletedDateTime: isString }),
  deletedServicePrincipals: (entity) => firstWrong(entity, { ...PRINCIPAL, deletedDateTime: isString }),
};

function requireCollection(value: unknown, collection: CollectionName, nextOrder: number): void {
  if (!Array.isArray(value)) throw malformed(`/${collection}`, "an array");
  const ids = new Set<string>();
  for (const [index, entity] of value.entries()) {
    const at = `/${collection}/${index}`;
    if (!isMembers(entity)) throw malformed(at, "an object");
    const { id, order } = entity;
    if (typeof id !== "string" || id === "") throw malformed(`${at}/id`, "text");
    if (ids.has(id.toLowerCase())) throw malformed(`${at}/id`, "another id in each entity");
    if (!isOrder(order) || order >= nextOrder) throw malformed(`${at}/order`, "a whole number below nextOrder");
    const wrong = CHECKS[collection](entity);
    if (wrong !== undefined) throw malformed(`${at}/${wrong}`, "another type");
    ids.add(id.toLowerCase());
  }
}

function firstWrong(
  entity: Members,
  checks: Readonly<Record<string, (value: unknown) => boolean>>,
): string | undefined {
  return Object.entries(checks).find(([name, isSound]) => !isSound(entity[name]))?.[0];
}

function isAuthentication(value: unknown): boolean {
  if (value === null) return true;
  if (!isMembers(value)) return false;
  if (value["kind"] === "basic") return isText(value["username"]) && isText(value["password"]);
  const { kind, certificates } = value;
  return kind === "certificates" && isObjects(certificates) && (certificates as Members[]).every(isCertificate);
}

function isCertificate({ thumbprint, ...times }: Members): boolean {
  const { notBefore, notAfter, uploadedAt } = times;
  return isString(thumbprint) && [notBefore, notAfter, uploadedAt].every(Number.isSafeInteger);
}

function isOrder(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}

function isText(value: unknown): boolean {
  return value === null || isString(value);
}

function isObjects(value: unknown): boolean {
  return Array.isArray(value) && value.every(isMembers);
}

function malformed(at: string, expected: string): MalformedError {
  return new MalformedError(`${at || "/"}: ${expected} expected`, { code: "ERR_MOCK_STATE", at: at || "/" });
}
