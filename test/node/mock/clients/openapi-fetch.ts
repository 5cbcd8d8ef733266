/** The scenario by openapi-fetch: one function for all paths, which gives data or an error and does not throw. */
import createClient from "openapi-fetch";
import { AnsweredError, readAnsweredError } from "./answered-error.js";
import type { Json, ScenarioClient } from "./scenario-client.js";
import { SELECTED, TOKEN } from "./scenario-client.js";

type Body = { readonly requestBody: { readonly content: { readonly "application/json": Json } } };
type Answer<Status extends number> = {
  readonly responses: {
    readonly [status in Status]: { readonly content: { readonly "application/json": Json } };
  } & { readonly default: { readonly content: { readonly "application/json": Json } } };
};
type Nothing = {
  readonly responses: {
    readonly 204: { readonly content?: never };
    readonly default: { readonly content: { readonly "application/json": Json } };
  };
};
type Key = { readonly parameters: { readonly path: { readonly id: string } } };

/** The paths that the scenario takes. */
interface Paths {
  readonly "/identity/apiConnectors": { readonly post: Body & Answer<201> };
  readonly "/identity/apiConnectors/{id}": Key & {
    readonly get: Key & Answer<200>;
    readonly patch: Key & Body & Nothing;
    readonly delete: Key & Nothing;
  };
  readonly "/identity/apiConnectors/{id}/uploadClientCertificate": Key & { readonly post: Key & Body & Answer<200> };
  readonly "/applications": { readonly post: Body & Answer<201> };
  readonly "/servicePrincipals": { readonly post: Body & Answer<201> };
  readonly "/servicePrincipals/{id}": Key & {
    readonly get: Key & {
      readonly parameters: { readonly query: { readonly $select: readonly string[] } };
    } & Answer<200>;
    readonly patch: Key & Body & Nothing;
  };
  readonly "/servicePrincipals/{id}/addTokenSigningCertificate": Key & { readonly post: Key & Body & Answer<200> };
}

/** @param root - the service root; @param fetchFrom - default: the global fetch */
export function openApiFetch(root: string, fetchFrom?: (request: Request) => Promise<Response>): ScenarioClient {
  const client = createClient<Paths>({
    baseUrl: root,
    headers: { authorization: `Bearer ${TOKEN}` },
    querySerializer: { array: { style: "form", explode: false } },
    ...(fetchFrom === undefined ? {} : { fetch: fetchFrom }),
  });
  const at = (id: string) => ({ params: { path: { id } } });
  return {
    createConnector: (body) => unwrap(client.POST("/identity/apiConnectors", { body })),
    getConnector: (id) => unwrap(client.GET("/identity/apiConnectors/{id}", at(id))),
    updateConnector: (id, body) => settle(client.PATCH("/identity/apiConnectors/{id}", { ...at(id), body })),
    deleteConnector: (id) => settle(client.DELETE("/identity/apiConnectors/{id}", at(id))),
    uploadClientCertificate: (id, body) =>
      unwrap(client.POST("/identity/apiConnectors/{id}/uploadClientCertificate", { ...at(id), body })),
    createApplication: (body) => unwrap(client.POST("/applications", { body })),
    createServicePrincipal: (body) => unwrap(client.POST("/servicePrincipals", { body })),
    getServicePrincipal: (id) =>
      unwrap(client.GET("/servicePrincipals/{id}", { params: { path: { id }, query: { $select: SELECTED } } })),
    updateServicePrincipal: (id, body) => settle(client.PATCH("/servicePrincipals/{id}", { ...at(id), body })),
    addTokenSigningCertificate: (id, body) =>
      unwrap(client.POST("/servicePrincipals/{id}/addTokenSigningCertificate", { ...at(id), body })),
    failureOf: readAnsweredError,
  };
}

interface Result {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

async function settle(result: Promise<Result>): Promise<void> {
  const { error, response } = await result;
  if (!response.ok) throw new AnsweredError(response.status, error as Json);
}

async function unwrap(result: Promise<Result>): Promise<Json> {
  await settle(result);
  return (await result).data as Json;
}
