/** The scenario by `fetch` alone, as a page without a library does it. */
import { AnsweredError, readAnsweredError } from "./answered-error.js";
import type { Json, ScenarioClient } from "./scenario-client.js";
import { SELECTED, TOKEN } from "./scenario-client.js";

/** @param root - the service root; @param send - a fetch */
export function plainFetch(root: string, send: (url: string, init: RequestInit) => Promise<Response>): ScenarioClient {
  const request = async (method: string, path: string, body?: Json): Promise<Json> => {
    const response = await send(`${root}${path}`, {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, ...(body && { "content-type": "application/json" }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = (text === "" ? {} : JSON.parse(text)) as Json;
    if (!response.ok) throw new AnsweredError(response.status, json);
    return json;
  };
  const connector = (id: string): string => `/identity/apiConnectors/${id}`;
  const principal = (id: string): string => `/servicePrincipals/${id}`;
  return {
    createConnector: (body) => request("POST", "/identity/apiConnectors", body),
    getConnector: (id) => request("GET", connector(id)),
    updateConnector: async (id, body) => void (await request("PATCH", connector(id), body)),
    deleteConnector: async (id) => void (await request("DELETE", connector(id))),
    uploadClientCertificate: (id, body) => request("POST", `${connector(id)}/uploadClientCertificate`, body),
    createApplication: (body) => request("POST", "/applications", body),
    createServicePrincipal: (body) => request("POST", "/servicePrincipals", body),
    getServicePrincipal: (id) => request("GET", `${principal(id)}?$select=${SELECTED.join(",")}`),
    updateServicePrincipal: async (id, body) => void (await request("PATCH", principal(id), body)),
    addTokenSigningCertificate: (id, body) => request("POST", `${principal(id)}/addTokenSigningCertificate`, body),
    failureOf: readAnsweredError,
  };
}
