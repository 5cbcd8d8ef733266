/** servicePrincipals of the second server: the documentation's one, and those that are created. */
import { randomBytes, randomUUID } from "node:crypto";
import type { Answer, Asked, Json } from "./answer.js";
import { example, Refusal, toObject } from "./answer.js";
import { createMinting } from "./minting.js";

interface Principal {
  readonly id: string;
  readonly appId: string;
  readonly displayName: unknown;
  preferredTokenSigningKeyThumbprint: unknown;
  keyCredentials: readonly Json[];
  passwordCredentials: readonly Json[];
}

const documented = example("get-service-principal.response");
const DOCUMENTED_APP = "7b2f2c3e-3c59-4f6a-8d5e-0a4f8f1d2c11";
const PATH = /^\/servicePrincipals(?:\/([^/]+)|\(appId='([^']+)'\))?(?:\/(\w+))?$/;

/** Answers what is asked of applications and servicePrincipals. */
export function createPrincipals(): (asked: Asked) => Answer | undefined {
  const mint = createMinting();
  const names = new Map<string, unknown>();
  const all = new Map<string, Principal>();
  const { keyCredentials, passwordCredentials, preferredTokenSigningKeyThumbprint } = documented;
  const id = String(documented["id"]);
  all.set(id, {
    id,
    appId: DOCUMENTED_APP,
    displayName: "My app",
    preferredTokenSigningKeyThumbprint,
    keyCredentials: keyCredentials as readonly Json[],
    passwordCredentials: passwordCredentials as readonly Json[],
  });

  return (asked) => {
    const { method, path, query, body, root, now } = asked;
    if (path === "/applications" && method === "POST") {
      const [appId, displayName] = [randomUUID(), body["displayName"]];
      names.set(appId, displayName);
      const application = { id: randomUUID(), appId, displayName };
      const headers = { location: `${root}/applications/${application.id}` };
      return {
        status: 201,
        headers,
        body: { "@odata.context": `${root}/$metadata#applications/$entity`, ...application },
      };
    }
    const matched = PATH.exec(path);
    if (matched === null) return undefined;
    const context = `${root}/$metadata#servicePrincipals`;
    const [, byId, byAppId, action] = matched;
    if (byId === undefined && byAppId === undefined) {
      if (method === "GET")
        return { status: 200, body: { "@odata.context": context, value: list([...all.values()], query) } };
      if (method !== "POST") return undefined;
      const principal = create(body, names);
      all.set(principal.id, principal);
      const headers = { location: `${root}${path}/${principal.id}` };
      return { status: 201, headers, body: { "@odata.context": `${context}/$entity`, ...show(principal, false) } };
    }
    const principal = [...all.values()].find((it) => (byId === undefined ? it.appId === byAppId : it.id === byId));
    if (principal === undefined) throw new Refusal(404, "Request_ResourceNotFound", "There is no such object.");
    if (action === undefined && method === "GET") {
      const select = query.get("$select")?.split(",");
      const whole = show(principal, select?.includes("keyCredentials") ?? false);
      const shown = select === undefined ? whole : pick(whole, select);
      const suffix = select === undefined ? "" : `(${select.join(",")})`;
      return { status: 200, body: { "@odata.context": `${context}${suffix}/$entity`, ...shown } };
    }
    if (action === undefined && method === "PATCH") return change(principal, body);
    if (method !== "POST") return undefined;
    if (action === "addTokenSigningCertificate") {
      const { answer, keys, password } = mint(body, root, now);
      principal.keyCredentials = [...principal.keyCredentials, ...keys];
      principal.passwordCredentials = [...principal.passwordCredentials, password];
      return { status: 200, body: answer };
    }
    if (action === "addPassword") return addPassword(principal, body, root, now);
    if (action !== "removePassword") return undefined;
    principal.passwordCredentials = principal.passwordCredentials.filter(({ keyId }) => keyId !== body["keyId"]);
    return { status: 204 };
  };
}

function create({ appId }: Json, names: ReadonlyMap<string, unknown>): Principal {
  if (typeof appId !== "string" || !names.has(appId)) throw new Refusal(400, "Request_BadRequest", "appId is unknown.");
  const displayName = names.get(appId);
  const empty = { preferredTokenSigningKeyThumbprint: null, keyCredentials: [], passwordCredentials: [] };
  return { id: randomUUID(), appId, displayName, ...empty };
}

function list(principals: readonly Principal[], query: URLSearchParams): readonly Json[] {
  const [, appId] = /^appId eq '([^']+)'$/.exec(query.get("$filter") ?? "") ?? [];
  const found = principals.filter((it) => appId === undefined || it.appId === appId);
  return found.slice(0, Number(query.get("$top") ?? 100)).map((it) => show(it, false));
}

/** Bytes of keys are shown to those who select them. */
function show({ keyCredentials, ...principal }: Principal, isSelected: boolean): Json {
  return {
    ...principal,
    keyCredentials: isSelected ? keyCredentials : keyCredentials.map((it) => ({ ...it, key: null })),
  };
}

function pick(whole: Json, names: readonly string[]): Json {
  return Object.fromEntries(names.map((name) => [name, whole[name] ?? null]));
}

/** Collections are replaced; entries that are kept stay as they are. */
function change(principal: Principal, body: Json): Answer {
  for (const name of ["keyCredentials", "passwordCredentials"] as const) {
    const sent = body[name];
    if (sent === undefined) continue;
    const kept = (sent as readonly Json[]).map(({ keyId }) => principal[name].find((it) => it["keyId"] === keyId));
    if (kept.includes(undefined)) {
      const { code, message } = toObject(example("error-bad-request.response")["error"]);
      throw new Refusal(400, String(code), String(message));
    }
    principal[name] = kept.filter((it) => it !== undefined);
  }
  const { preferredTokenSigningKeyThumbprint = principal.preferredTokenSigningKeyThumbprint } = body;
  Object.assign(principal, { preferredTokenSigningKeyThumbprint });
  return { status: 204 };
}

function addPassword(principal: Principal, body: Json, root: string, now: number): Answer {
  const secretText = randomBytes(24).toString("base64url");
  const startDateTime = new Date(now).toISOString();
  const endDateTime = new Date(now + 365 * 86_400_000).toISOString();
  const { displayName = null } = toObject(body["passwordCredential"]);
  const entry = {
    customKeyIdentifier: null,
    displayName,
    endDateTime,
    hint: secretText.slice(0, 3),
    keyId: randomUUID(),
    startDateTime,
  };
  principal.passwordCredentials = [...principal.passwordCredentials, { ...entry, secretText: null }];
  const context = `${root}/$metadata#microsoft.graph.passwordCredential`;
  return { status: 200, body: { "@odata.context": context, ...entry, secretText } };
}
