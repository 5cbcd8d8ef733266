/** `/directory/deletedItems`: what was deleted of the directory; its contexts are those of a page's example, of a group. */
import type { Resource } from "../answers.js";
import { entityAnswer, NO_CONTENT } from "../answers.js";
import type { Call, Handler } from "../call.js";
import { parseQuery, SINGLE } from "../query.js";
import { refuse } from "../refusal.js";
import { PRINCIPALS } from "../service-principal-resource.js";
import type { ReadView } from "../store.js";
import { APPLICATIONS } from "./applications.js";

/** Applications that were deleted. */
export const DELETED_APPLICATIONS: Resource<"deletedApplications"> = {
  ...APPLICATIONS,
  collection: "deletedApplications",
  show: (entity, now, query, isSingle) => ({
    ...typeOf(isSingle, APPLICATIONS.type),
    ...APPLICATIONS.show(entity, now, query, isSingle),
    deletedDateTime: entity.deletedDateTime,
  }),
};

/** ServicePrincipals that were deleted. */
export const DELETED_PRINCIPALS: Resource<"deletedServicePrincipals"> = {
  ...PRINCIPALS,
  collection: "deletedServicePrincipals",
  show: (entity, now, query, isSingle) => ({
    ...typeOf(isSingle, PRINCIPALS.type),
    ...PRINCIPALS.show(entity, now, query, isSingle),
    deletedDateTime: entity.deletedDateTime,
  }),
};

/** Asked for by id alone, it may be of any type: that is said then. */
const typeOf = (isSingle: boolean, type: string) => (isSingle ? { "@odata.type": `#${type}` } : {});

const ANY = "directoryObjects";

/** GET by id. */
export const getDeleted: Handler = (call) => () => {
  const query = parseQuery(call.url, SINGLE);
  const id = idOf(call);
  const application = call.view.get("deletedApplications", id);
  if (application !== undefined) return entityAnswer(call, { ...DELETED_APPLICATIONS, path: ANY }, application, query);
  const principal = call.view.get("deletedServicePrincipals", id);
  if (principal !== undefined) return entityAnswer(call, { ...DELETED_PRINCIPALS, path: ANY }, principal, query);
  throw refuse("notFound", [id]);
};

/** DELETE by id: 204, and nothing is left. */
export const deleteForGood: Handler = (call) => (store) => {
  const id = idOf(call);
  store.remove(collectionOf(store, id), id);
  return NO_CONTENT;
};

function collectionOf(view: ReadView, id: string): "deletedApplications" | "deletedServicePrincipals" {
  if (view.get("deletedApplications", id) !== undefined) return "deletedApplications";
  if (view.get("deletedServicePrincipals", id) !== undefined) return "deletedServicePrincipals";
  throw refuse("notFound", [id]);
}

/** There is no other key here. */
function idOf({ key }: Call): string {
  const { property = "", value = "" } = key ?? {};
  if (property !== "id") throw refuse("notFound", [value]);
  return value;
}
