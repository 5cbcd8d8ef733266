/** The scenario by @microsoft/microsoft-graph-client 3. */
import type { Client, Context, Middleware } from "@microsoft/microsoft-graph-client";
import { GraphError } from "@microsoft/microsoft-graph-client";
import type { Json, ScenarioClient } from "./scenario-client.js";
import { SELECTED, TOKEN } from "./scenario-client.js";

/** The client as any of its users calls it. */
export function wrapGraphClient(client: Client): ScenarioClient {
  const connectors = "/identity/apiConnectors";
  const principals = "/servicePrincipals";
  const post = async (path: string, body: Json): Promise<Json> => (await client.api(path).post(body)) as Json;
  return {
    createConnector: (body) => post(connectors, body),
    getConnector: async (id) => (await client.api(`${connectors}/${id}`).get()) as Json,
    updateConnector: async (id, body) => void (await client.api(`${connectors}/${id}`).patch(body)),
    deleteConnector: async (id) => void (await client.api(`${connectors}/${id}`).delete()),
    uploadClientCertificate: (id, body) => post(`${connectors}/${id}/uploadClientCertificate`, body),
    createApplication: (body) => post("/applications", body),
    createServicePrincipal: (body) => post(principals, body),
    getServicePrincipal: async (id) =>
      (await client
        .api(`${principals}/${id}`)
        .select([...SELECTED])
        .get()) as Json,
    updateServicePrincipal: async (id, body) => void (await client.api(`${principals}/${id}`).patch(body)),
    addTokenSigningCertificate: (id, body) => post(`${principals}/${id}/addTokenSigningCertificate`, body),
    failureOf: (error) => {
      if (!(error instanceof GraphError)) throw error;
      const { statusCode, code, message, requestId } = error;
      return { type: "GraphError", status: statusCode, code, message, requestId };
    },
  };
}

/**
 * A chain of one middleware in the place of the client's own, which sets the token itself: the client's own does so for
 * https alone.
 */
export function chainTo(fetchFrom: (request: Request) => Promise<Response>): Middleware {
  return {
    execute: async (context: Context) => {
      const request = new Request(context.request, context.options);
      request.headers.set("authorization", `Bearer ${TOKEN}`);
      context.response = await fetchFrom(request);
    },
  };
}
