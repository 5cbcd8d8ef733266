/** `/applications`: as much as a servicePrincipal needs to come from. */

import { formatDateTime } from "../../graph/date-time.js";
import type { Resource } from "../answers.js";
import { createdAnswer, entityAnswer, NO_CONTENT } from "../answers.js";
import type { Call, Handler } from "../call.js";
import { readText } from "../members.js";
import { parseQuery, SINGLE } from "../query.js";
import { refuse } from "../refusal.js";
import { requireRoom } from "../room.js";
import type { StoredApplication } from "../state.js";
import type { ReadView } from "../store.js";
import { softDelete } from "./soft-delete.js";

const TYPE = "microsoft.graph.application";

/** The collection; its type is open. */
export const APPLICATIONS: Resource<"applications"> = {
  collection: "applications",
  path: "applications",
  type: TYPE,
  members: undefined,
  show: ({ id, appId, displayName, createdDateTime, signInAudience }) => ({
    id,
    deletedDateTime: null,
    appId,
    createdDateTime,
    displayName,
    identifierUris: [],
    keyCredentials: [],
    passwordCredentials: [],
    signInAudience,
    tags: [],
  }),
};

/** POST: displayName is required (documented); the appId is made here. */
export const createApplication: Handler = (call) => {
  const displayName = readText(call.body, "displayName", TYPE);
  if (displayName === undefined || displayName === null) throw refuse("missingMember", ["displayName", TYPE]);
  const signInAudience = readText(call.body, "signInAudience", TYPE) ?? "AzureADMyOrg";
  return (store) => {
    requireRoom(store, call.objects);
    const id = call.newId();
    const appId = call.newId();
    const createdDateTime = formatDateTime(call.now).replace(/\.\d+Z$/, "Z");
    const application = { id, order: store.takeOrder(), appId, displayName, createdDateTime, signInAudience };
    store.put("applications", application);
    return createdAnswer(call, APPLICATIONS, application);
  };
};

export const getApplication: Handler = (call) => () =>
  entityAnswer(call, APPLICATIONS, findApplication(call.view, call), parseQuery(call.url, SINGLE));

/** DELETE takes the servicePrincipal of the home tenant with it (documented: "this includes deletion"). */
export const deleteApplication: Handler = (call) => (store) => {
  const application = findApplication(store, call);
  const principal = store.findByAppId("servicePrincipals", application.appId);
  if (principal !== undefined) softDelete(store, "servicePrincipals", principal, call.now);
  softDelete(store, "applications", application, call.now);
  return NO_CONTENT;
};

function findApplication(view: ReadView, { key }: Call): StoredApplication {
  const { property = "", value = "" } = key ?? {};
  const found =
    property === "id"
      ? view.get("applications", value)
      : property === "appid"
        ? view.findByAppId("applications", value)
        : undefined;
  if (found === undefined) throw refuse("notFound", [value]);
  return found;
}
