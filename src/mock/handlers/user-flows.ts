/**
 * The steps of a user flow that call a connector: `…/apiConnectorConfiguration/postFederationSignup` and
 * `/postAttributeCollection`. User flows themselves have no requests here: one comes to be when a connector is assigned.
 */
import { NO_CONTENT } from "../answers.js";
import type { Call, Handler } from "../call.js";
import { showConnector } from "../connector-resource.js";
import { readText } from "../members.js";
import { parseODataPath } from "../odata-path.js";
import { parseQuery } from "../query.js";
import { refuse } from "../refusal.js";
import { requireRoom } from "../room.js";
import type { StoredUserFlow } from "../state.js";
import type { ReadView } from "../store.js";
import type { Locate } from "./api-connectors.js";

/** A step, by its member. */
export type FlowStep = "postFederationSignup" | "postAttributeCollection";

/** The connector of a step. */
export const byStep =
  (step: FlowStep): Locate =>
  (view, call) => {
    const id = findFlow(view, call)?.[step] ?? undefined;
    const connector = id === undefined ? undefined : view.get("apiConnectors", id);
    if (connector === undefined) throw refuse("notFound", [step]);
    return connector;
  };

/** GET of the configuration: both steps, in full. */
export const getConfiguration: Handler = (call) => () => {
  parseQuery(call.url, ["expand"]);
  const flow = findFlow(call.view, call);
  if (flow === undefined) throw refuse("notFound", [call.key?.value ?? ""]);
  const show = (id: string | null) => {
    const connector = id === null ? undefined : call.view.get("apiConnectors", id);
    return connector === undefined ? null : showConnector(connector, call.now);
  };
  const context = `${call.root}/$metadata#identity/b2xUserFlows('${encodeURIComponent(flow.id)}')/apiConnectorConfiguration`;
  return {
    status: 200,
    json: {
      "@odata.context": context,
      postFederationSignup: show(flow.postFederationSignup),
      postAttributeCollection: show(flow.postAttributeCollection),
    },
  };
};

/** PUT $ref: assigns the connector that `@odata.id` names. */
export const setReference =
  (step: FlowStep): Handler =>
  (call) => {
    const connectorId = readReference(call);
    return (store) => {
      const connector = connectorId === undefined ? undefined : store.get("apiConnectors", connectorId);
      if (connector === undefined) throw refuse("notFound", [connectorId ?? ""]);
      const flow = findFlow(store, call);
      if (flow === undefined) requireRoom(store, call.objects);
      store.put("b2xUserFlows", { ...(flow ?? newFlow(call, store.takeOrder())), [step]: connector.id });
      return NO_CONTENT;
    };
  };

/** DELETE $ref: the step calls nothing any more. */
export const deleteReference =
  (step: FlowStep): Handler =>
  (call) =>
  (store) => {
    const flow = findFlow(store, call);
    if (flow === undefined || flow[step] === null) throw refuse("notFound", [call.key?.value ?? ""]);
    store.put("b2xUserFlows", { ...flow, [step]: null });
    return NO_CONTENT;
  };

function findFlow(view: ReadView, { key }: Call): StoredUserFlow | undefined {
  return key?.property === "id" ? view.get("b2xUserFlows", key.value) : undefined;
}

function newFlow({ key }: Call, order: number): StoredUserFlow {
  if (key?.property !== "id") throw refuse("notFound", [key?.value ?? ""]);
  return { id: key.value, order, postFederationSignup: null, postAttributeCollection: null };
}

/** The id of a connector's URL, whichever way its key is written. */
function readReference({ body }: Call): string | undefined {
  const reference = readText(body, "@odata.id", "$ref");
  if (typeof reference !== "string") throw refuse("missingMember", ["@odata.id", "$ref"]);
  const path = parseODataPath(reference.replace(/^[a-z]+:\/\/[^/]+/i, ""));
  const last = path?.steps.at(-1);
  return last?.kind === "key" ? last.value : last?.text;
}
