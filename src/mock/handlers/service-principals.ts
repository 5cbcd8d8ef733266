/** `/servicePrincipals`: create, read, update, delete. */
import { createdAnswer, entityAnswer, NO_CONTENT } from "../answers.js";
import type { Call, Handler } from "../call.js";
import { prepareCredentials } from "../credential-patch.js";
import { spoilChange } from "../faults/spoil-principal.js";
import { readGuid, readText } from "../members.js";
import { initialProperties, readProperties } from "../principal-members.js";
import { parseQuery, SINGLE } from "../query.js";
import { refuse } from "../refusal.js";
import { requireRoom } from "../room.js";
import { PRINCIPAL_TYPE, PRINCIPALS } from "../service-principal-resource.js";
import type { StoredServicePrincipal } from "../state.js";
import type { ReadView } from "../store.js";
import { softDelete } from "./soft-delete.js";

/** The servicePrincipal of the path, by id or by appId. */
export function findPrincipal(view: ReadView, { key, faults }: Call): StoredServicePrincipal {
  const { property = "", value = "" } = key ?? {};
  if (property === "appid" && faults.has("appid-ignored")) {
    for (const first of view.list("servicePrincipals")) return first;
  }
  const found =
    property === "id"
      ? view.get("servicePrincipals", value)
      : property === "appid"
        ? view.findByAppId("servicePrincipals", value)
        : undefined;
  if (found === undefined) throw refuse("notFound", [value]);
  return found;
}

/** POST: of an application that is here, unless told otherwise, and one for each. */
export const createPrincipal: Handler = async (call) => {
  const appId = readGuid(call.body, "appId", PRINCIPAL_TYPE);
  if (appId === undefined || appId === null) throw refuse("missingMember", ["appId", PRINCIPAL_TYPE]);
  const displayName = readText(call.body, "displayName", PRINCIPAL_TYPE);
  const properties = readProperties(call.body, call.undocumented);
  const merge = await prepareCredentials(call);
  return (store) => {
    requireRoom(store, call.objects);
    const application = store.findByAppId("applications", appId);
    if (application === undefined && call.undocumented.unknownAppId === "refuse")
      throw refuse("noApplication", [appId]);
    if (store.findByAppId("servicePrincipals", appId) !== undefined) throw refuse("principalExists", [appId]);
    const principal = {
      id: call.newId(),
      order: store.takeOrder(),
      appId,
      displayName: displayName ?? application?.displayName ?? null,
      ...merge({ keyCredentials: [], passwordCredentials: [] }),
      properties: { ...initialProperties(appId, application), ...properties },
    };
    store.put("servicePrincipals", principal);
    return createdAnswer(call, PRINCIPALS, principal);
  };
};

export const getPrincipal: Handler = (call) => () =>
  entityAnswer(call, PRINCIPALS, findPrincipal(call.view, call), parseQuery(call.url, SINGLE));

/** PATCH: 204. An appId cannot be changed; the same one is taken as said. */
export const updatePrincipal: Handler = async (call) => {
  findPrincipal(call.view, call);
  const appId = readGuid(call.body, "appId", PRINCIPAL_TYPE);
  const displayName = readText(call.body, "displayName", PRINCIPAL_TYPE);
  const properties = readProperties(call.body, call.undocumented);
  const merge = await prepareCredentials(call);
  return (store) => {
    const principal = findPrincipal(store, call);
    if (appId !== undefined && appId !== principal.appId) throw refuse("readOnlyMember", ["appId"]);
    const updated = {
      ...principal,
      ...(displayName === undefined ? {} : { displayName }),
      ...merge(principal),
      properties: { ...principal.properties, ...properties },
    };
    store.put("servicePrincipals", spoilChange(principal, updated, true, call.faults));
    return NO_CONTENT;
  };
};

export const deletePrincipal: Handler = (call) => (store) => {
  softDelete(store, "servicePrincipals", findPrincipal(store, call), call.now);
  return NO_CONTENT;
};
