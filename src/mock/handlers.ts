/** Which handler does which operation; `batch` is the server's own. */
import { countAnswer, listAnswer } from "./answers.js";
import type { Handler } from "./call.js";
import { CONNECTORS } from "./connector-resource.js";
import * as connectors from "./handlers/api-connectors.js";
import * as applications from "./handlers/applications.js";
import * as deleted from "./handlers/deleted-items.js";
import { addKey, removeKey } from "./handlers/keys.js";
import { addPassword, removePassword } from "./handlers/passwords.js";
import * as principals from "./handlers/service-principals.js";
import { addTokenSigningCertificate } from "./handlers/token-signing.js";
import type { FlowStep } from "./handlers/user-flows.js";
import * as flows from "./handlers/user-flows.js";
import type { OperationId } from "./operations.js";
import { PRINCIPALS } from "./service-principal-resource.js";

type StepOperations = `userFlow.${"signup" | "collection"}.${string}` & OperationId;

/** The table. */
export const HANDLERS: Readonly<Record<Exclude<OperationId, "batch">, Handler>> = {
  "apiConnector.list": (call) => () => listAnswer(call, CONNECTORS),
  "apiConnector.count": (call) => () => countAnswer(call, CONNECTORS),
  "apiConnector.create": connectors.createConnector,
  "apiConnector.get": connectors.getConnector(connectors.byKey),
  "apiConnector.update": connectors.updateConnector(connectors.byKey),
  "apiConnector.delete": connectors.deleteConnector(connectors.byKey),
  "apiConnector.uploadClientCertificate": connectors.uploadClientCertificate(connectors.byKey),
  "userFlow.getConfiguration": flows.getConfiguration,
  ...stepHandlers("signup", "postFederationSignup"),
  ...stepHandlers("collection", "postAttributeCollection"),
  "servicePrincipal.list": (call) => () => listAnswer(call, PRINCIPALS),
  "servicePrincipal.count": (call) => () => countAnswer(call, PRINCIPALS),
  "servicePrincipal.create": principals.createPrincipal,
  "servicePrincipal.get": principals.getPrincipal,
  "servicePrincipal.update": principals.updatePrincipal,
  "servicePrincipal.delete": principals.deletePrincipal,
  "servicePrincipal.addTokenSigningCertificate": addTokenSigningCertificate,
  "servicePrincipal.addKey": addKey,
  "servicePrincipal.removeKey": removeKey,
  "servicePrincipal.addPassword": addPassword,
  "servicePrincipal.removePassword": removePassword,
  "application.list": (call) => () => listAnswer(call, applications.APPLICATIONS),
  "application.count": (call) => () => countAnswer(call, applications.APPLICATIONS),
  "application.create": applications.createApplication,
  "application.get": applications.getApplication,
  "application.delete": applications.deleteApplication,
  "deletedApplication.list": (call) => () => listAnswer(call, deleted.DELETED_APPLICATIONS),
  "deletedServicePrincipal.list": (call) => () => listAnswer(call, deleted.DELETED_PRINCIPALS),
  "deletedItem.get": deleted.getDeleted,
  "deletedItem.delete": deleted.deleteForGood,
};

function stepHandlers(name: "signup" | "collection", step: FlowStep): Readonly<Record<StepOperations, Handler>> {
  const locate = flows.byStep(step);
  return Object.fromEntries([
    [`userFlow.${name}.get`, connectors.getConnector(locate)],
    [`userFlow.${name}.update`, connectors.updateConnector(locate)],
    [`userFlow.${name}.delete`, connectors.deleteConnector(locate)],
    [`userFlow.${name}.setRef`, flows.setReference(step)],
    [`userFlow.${name}.deleteRef`, flows.deleteReference(step)],
    [`userFlow.${name}.uploadClientCertificate`, connectors.uploadClientCertificate(locate)],
  ]) as Record<StepOperations, Handler>;
}
