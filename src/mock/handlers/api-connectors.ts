/** `/identity/apiConnectors` and the same connectors behind the steps of a user flow. */
import { createdAnswer, entityAnswer, NO_CONTENT } from "../answers.js";
import { readAuthentication } from "../authentication.js";
import type { Call, Handler, Step } from "../call.js";
import { CONNECTOR_TYPE, CONNECTORS } from "../connector-resource.js";
import { spoilReplacement } from "../faults/spoil-connector.js";
import type { Members } from "../members.js";
import { readText } from "../members.js";
import { parseQuery, SINGLE } from "../query.js";
import { refuse } from "../refusal.js";
import { requireRoom } from "../room.js";
import type { StoredAuthentication, StoredCertificate, StoredConnector } from "../state.js";
import type { ReadView } from "../store.js";
import { openUpload } from "../upload.js";

/** Finds the connector that a request is about, or refuses. */
export type Locate = (view: ReadView, call: Call) => StoredConnector;

/** By the key of the path. */
export const byKey: Locate = (view, { key }) => {
  const id = key?.property === "id" ? key.value : "";
  const connector = view.get("apiConnectors", id);
  if (connector === undefined) throw refuse("notFound", [key?.value ?? ""]);
  return connector;
};

export const createConnector: Handler = (call) => {
  const { displayName = null, targetUrl = null } = readTexts(call.body);
  const toStep =
    (authentication: StoredAuthentication | null): Step =>
    (store) => {
      requireRoom(store, call.objects);
      const connector = { id: call.newId(), order: store.takeOrder(), displayName, targetUrl, authentication };
      store.put("apiConnectors", connector);
      return createdAnswer(call, CONNECTORS, connector);
    };
  const authentication = readAuthentication(call.body, CONNECTOR_TYPE, call);
  return authentication instanceof Promise ? authentication.then(toStep) : toStep(authentication ?? null);
};

/** GET of one connector. */
export const getConnector =
  (locate: Locate): Handler =>
  (call) =>
  () =>
    entityAnswer(call, CONNECTORS, locate(call.view, call), parseQuery(call.url, SINGLE));

/** PATCH: members that are there are replaced, an authenticationConfiguration as a whole (documented). */
export const updateConnector =
  (locate: Locate): Handler =>
  async (call) => {
    locate(call.view, call);
    const texts = readTexts(call.body);
    const authentication = await readAuthentication(call.body, CONNECTOR_TYPE, call);
    return (store) => {
      const connector = locate(store, call);
      store.put("apiConnectors", {
        ...connector,
        ...texts,
        ...(authentication === undefined
          ? {}
          : { authentication: spoilReplacement(connector.authentication, authentication, call.faults) }),
      });
      return NO_CONTENT;
    };
  };

/** DELETE; the steps of user flows that call the connector then call none. */
export const deleteConnector =
  (locate: Locate): Handler =>
  (call) =>
  (store) => {
    const { id } = locate(store, call);
    store.remove("apiConnectors", id);
    for (const flow of store.list("b2xUserFlows")) {
      const { postFederationSignup: signup, postAttributeCollection: collection } = flow;
      if (signup !== id && collection !== id) continue;
      store.put("b2xUserFlows", {
        ...flow,
        postFederationSignup: signup === id ? null : signup,
        postAttributeCollection: collection === id ? null : collection,
      });
    }
    return NO_CONTENT;
  };

/** POST uploadClientCertificate: adds to the list (documented). */
export const uploadClientCertificate =
  (locate: Locate): Handler =>
  async (call) => {
    locate(call.view, call);
    const certificate = await openUpload(call.body, "uploadClientCertificate", call);
    return (store) => {
      const connector = locate(store, call);
      const uploaded = { ...connector, authentication: addCertificate(connector.authentication, certificate, call) };
      store.put("apiConnectors", uploaded);
      return entityAnswer(call, CONNECTORS, uploaded, parseQuery(call.url, []));
    };
  };

function addCertificate(
  before: StoredAuthentication | null,
  certificate: StoredCertificate,
  { undocumented, faults }: Call,
): StoredAuthentication {
  if (faults.has("replaces-list")) return { kind: "certificates", certificates: [certificate] };
  if (before?.kind === "basic" && undocumented.uploadOverBasic === "refuse") throw refuse("basicConnector");
  const certificates = before?.kind === "certificates" ? before.certificates : [];
  if (certificates.some(({ thumbprint }) => thumbprint === certificate.thumbprint)) {
    if (undocumented.samePfxTwice === "conflict") throw refuse("pfxExists");
    if (undocumented.samePfxTwice === "ignore") return { kind: "certificates", certificates };
  }
  return { kind: "certificates", certificates: [...certificates, certificate] };
}

function readTexts(body: Members): Partial<Pick<StoredConnector, "displayName" | "targetUrl">> {
  const displayName = readText(body, "displayName", CONNECTOR_TYPE);
  const targetUrl = readText(body, "targetUrl", CONNECTOR_TYPE);
  return {
    ...(displayName === undefined ? {} : { displayName }),
    ...(targetUrl === undefined ? {} : { targetUrl }),
  };
}
