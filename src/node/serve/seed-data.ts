/** The objects that a mock begins with, from a file that looks like answers of Graph. */
import { MalformedError } from "../../errors.js";
import type { KeyCredential, PasswordCredential } from "../../graph/model.js";
import type {
  Json,
  MockState,
  StoredApplication,
  StoredAuthentication,
  StoredCertificate,
  StoredConnector,
  StoredServicePrincipal,
} from "../../mock/state.js";

/** What ids and dates are made of where the file leaves them out. */
export interface SeedDataOptions {
  readonly newId: () => string;
  readonly now: Date;
}

type Members = Readonly<Record<string, unknown>>;

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const COLLECTIONS = ["applications", "servicePrincipals", "apiConnectors"] as const;

/** Members of a servicePrincipal that have a place of their own in the state, and what only an answer has. */
const NAMED: ReadonlySet<string> = new Set([
  "id",
  "appId",
  "displayName",
  "keyCredentials",
  "passwordCredentials",
  "@odata.context",
]);

/**
 * The state that holds these objects.
 *
 * Each collection is an array; `id` and `appId` may be left out and are made then, an application and its
 * servicePrincipal share `appId`. An apiConnector's `authenticationConfiguration` is that of an answer:
 * basicAuthentication, or clientCertificateAuthentication with its `certificateList`.
 * @param json - what the file holds
 * @throws {MalformedError} `ERR_MOCK_SEED_DATA`, `at` the place, such as `apiConnectors[0].targetUrl`; no value is told
 */
export function toSeededState(json: unknown, { newId, now }: SeedDataOptions): MockState {
  const file = requireObject(json, "the file");
  for (const name of Object.keys(file)) {
    if (!COLLECTIONS.some((known) => known === name)) throw malformed(name, `none of ${COLLECTIONS.join(", ")}`);
  }
  const seen = new Set<string>();
  let nextOrder = 1;
  const entity = (members: Members, at: string): { readonly id: string; readonly order: number } => {
    const id = readGuid(members, "id", at) ?? newId();
    if (seen.has(id.toLowerCase())) throw malformed(`${at}.id`, "an id that another object has");
    seen.add(id.toLowerCase());
    return { id, order: nextOrder++ };
  };
  const each = <T>(name: (typeof COLLECTIONS)[number], read: (members: Members, at: string) => T): T[] =>
    readArray(file, name, "").map((value, index) =>
      read(requireObject(value, `${name}[${index}]`), `${name}[${index}]`),
    );
  const applications = each(
    "applications",
    (members, at): StoredApplication => ({
      ...entity(members, at),
      appId: readGuid(members, "appId", at) ?? newId(),
      displayName: readText(members, "displayName", at),
      createdDateTime: readText(members, "createdDateTime", at) ?? `${now.toISOString().slice(0, 19)}Z`,
      signInAudience: readText(members, "signInAudience", at) ?? "AzureADMyOrg",
    }),
  );
  const servicePrincipals = each(
    "servicePrincipals",
    (members, at): StoredServicePrincipal => ({
      ...entity(members, at),
      appId: readGuid(members, "appId", at) ?? newId(),
      displayName: readText(members, "displayName", at),
      keyCredentials: readObjects(members, "keyCredentials", at) as readonly KeyCredential[],
      passwordCredentials: readObjects(members, "passwordCredentials", at) as readonly PasswordCredential[],
      properties: Object.fromEntries(Object.entries(members).filter(([name]) => !NAMED.has(name))) as Record<
        string,
        Json
      >,
    }),
  );
  const apiConnectors = each(
    "apiConnectors",
    (members, at): StoredConnector => ({
      ...entity(members, at),
      displayName: readText(members, "displayName", at),
      targetUrl: readText(members, "targetUrl", at),
      authentication: readAuthentication(members, now, `${at}.authenticationConfiguration`),
    }),
  );
  for (const [name, principals] of Object.entries({ applications, servicePrincipals }))
    refuseSameAppId(name, principals);
  return {
    version: 1,
    advancedMs: 0,
    nextOrder,
    apiConnectors,
    servicePrincipals,
    applications,
    b2xUserFlows: [],
    deletedApplications: [],
    deletedServicePrincipals: [],
  };
}

function readAuthentication(members: Members, uploadedAt: Date, at: string): StoredAuthentication | null {
  const value = members["authenticationConfiguration"] ?? null;
  if (value === null) return null;
  const configuration = requireObject(value, at);
  const type = String(configuration["@odata.type"]).replace("#", "");
  if (type === "microsoft.graph.basicAuthentication") {
    return {
      kind: "basic",
      username: readText(configuration, "username", at),
      password: readText(configuration, "password", at),
    };
  }
  if (type !== "microsoft.graph.clientCertificateAuthentication") {
    throw malformed(`${at}.@odata.type`, "neither basicAuthentication nor clientCertificateAuthentication");
  }
  const list = readObjects(configuration, "certificateList", at);
  return {
    kind: "certificates",
    certificates: list.map((certificate, index) =>
      readCertificate(certificate, uploadedAt, `${at}.certificateList[${index}]`),
    ),
  };
}

/** Dates stand in the file as in answers, in seconds. */
function readCertificate(members: Members, uploadedAt: Date, at: string): StoredCertificate {
  const { thumbprint, notBefore, notAfter } = members;
  if (typeof thumbprint !== "string" || !/^[0-9A-F]{40}$/.test(thumbprint)) {
    throw malformed(`${at}.thumbprint`, "no 40 upper-case hexadecimal digits");
  }
  return {
    thumbprint,
    notBefore: readSeconds(notBefore, `${at}.notBefore`),
    notAfter: readSeconds(notAfter, `${at}.notAfter`),
    uploadedAt: uploadedAt.getTime(),
  };
}

function readSeconds(value: unknown, at: string): number {
  if (typeof value === "number" && Number.isSafeInteger(value * 1000)) return value * 1000;
  throw malformed(at, "no whole number of seconds");
}

function readText(members: Members, name: string, at: string): string | null {
  const value = members[name] ?? null;
  if (value === null || typeof value === "string") return value;
  throw malformed(`${at}.${name}`, "neither a string nor null");
}

function readGuid(members: Members, name: string, at: string): string | undefined {
  const value = members[name];
  if (value === undefined) return undefined;
  if (typeof value === "string" && GUID.test(value)) return value.toLowerCase();
  throw malformed(`${at}.${name}`, "no GUID");
}

function readArray(members: Members, name: string, at: string): readonly unknown[] {
  const value = members[name] ?? [];
  if (Array.isArray(value)) return value;
  throw malformed(`${at}${name}`, "no array");
}

function readObjects(members: Members, name: string, at: string): readonly Members[] {
  return readArray(members, name, `${at}.`).map((value, index) => requireObject(value, `${at}.${name}[${index}]`));
}

function requireObject(value: unknown, at: string): Members {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Members;
  throw malformed(at, "no object");
}

function refuseSameAppId(name: string, entities: readonly { readonly appId: string }[]): void {
  const seen = new Set<string>();
  for (const [index, { appId }] of entities.entries()) {
    if (seen.has(appId)) throw malformed(`${name}[${index}].appId`, "an appId that another one has");
    seen.add(appId);
  }
}

function malformed(at: string, what: string): MalformedError {
  return new MalformedError(`${at} is ${what}`, { code: "ERR_MOCK_SEED_DATA", at });
}
