/** What the scenario needs of a Graph client: one member a request; JSON as on the wire, whatever the client makes of it. */

/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** How a client reports an answer that is an error. */
export interface Failure {
  /** The class of what it throws. */
  readonly type: string;
  readonly status: number | undefined;
  readonly code: string | null | undefined;
  readonly message: string | null | undefined;
  /** Of `innerError`, where the client gives it. */
  readonly requestId: string | null | undefined;
}

/** A client, wrapped. Whatever is no success rejects. */
export interface ScenarioClient {
  readonly createConnector: (body: Json) => Promise<Json>;
  readonly getConnector: (id: string) => Promise<Json>;
  readonly updateConnector: (id: string, body: Json) => Promise<void>;
  readonly deleteConnector: (id: string) => Promise<void>;
  readonly uploadClientCertificate: (id: string, body: Json) => Promise<Json>;
  readonly createApplication: (body: Json) => Promise<Json>;
  readonly createServicePrincipal: (body: Json) => Promise<Json>;
  /** With the members that a change of its certificates needs. */
  readonly getServicePrincipal: (id: string) => Promise<Json>;
  readonly updateServicePrincipal: (id: string, body: Json) => Promise<void>;
  readonly addTokenSigningCertificate: (id: string, body: Json) => Promise<Json>;
  /** Reads what one of the others rejected with. */
  readonly failureOf: (error: unknown) => Failure;
}

/** The members that `getServicePrincipal` selects. */
export const SELECTED: readonly string[] = [
  "id",
  "appId",
  "displayName",
  "keyCredentials",
  "passwordCredentials",
  "preferredTokenSigningKeyThumbprint",
];

/** Any: the mock does not look into it. */
export const TOKEN = "test-token";
