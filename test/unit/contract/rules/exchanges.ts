/** Hand-written traffic: what was sent and what came back, without anybody who answers. */
import { CREDENTIAL_POOL } from "../../../../src/contract/arbitraries/credential-pool.generated.js";
import type { Exchange, Json, Relation } from "../../../../src/contract/exchange.js";
import { parseJson } from "../../../../src/contract/exchange.js";
import { operationOf } from "../../../../src/contract/operation-of.js";

/** When the first request is sent; the others follow, a second after the other. */
export const START = Date.parse("2026-06-01T00:00:00Z");
export const ROOT = "https://graph.microsoft.com/v1.0";
export const ID = "11111111-1111-4111-8111-111111111111";
export const CONNECTOR = `/identity/apiConnectors/${ID}`;
export const UPLOAD = `${CONNECTOR}/uploadClientCertificate`;
export const PRINCIPAL = `/servicePrincipals/${ID}`;
export const MINT = `${PRINCIPAL}/addTokenSigningCertificate`;
export const SELECT = "?$select=id,appId,keyCredentials,passwordCredentials,preferredTokenSigningKeyThumbprint";
export const REQUEST_ID = "22222222-2222-4222-8222-222222222222";

/** What differs from an exchange as it usually is. */
export interface More {
  readonly status?: number;
  /** Text goes as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of the request. */
  readonly sent?: Readonly<Record<string, string>>;
  readonly hasToken?: boolean;
  /** Milliseconds from the start; default: a second for each exchange before it. */
  readonly at?: number;
  /** Milliseconds until the answer; default 0. */
  readonly took?: number;
  readonly relation?: Relation;
  readonly isSettled?: boolean;
  readonly unrecorded?: readonly ("authorization" | "body")[];
}

type Line = (index: number) => Exchange;

/** One line of traffic. @param answer - JSON, or text as it is; `undefined` for no body */
export function line(method: string, path: string, answer?: unknown, more: More = {}): Line {
  return (index) => {
    const url = path.startsWith("http") ? path : `${ROOT}${path}`;
    const { operationId, key } = operationOf(method, url);
    const [text, received] = [more.body, answer].map((it) =>
      it === undefined ? "" : typeof it === "string" ? it : JSON.stringify(it),
    ) as [string, string];
    const { at = index * 1_000, took = 0, hasToken = true, isSettled = true, relation, unrecorded } = more;
    const isJson = received !== "" && parseJson(received) !== undefined;
    const headers = {
      "request-id": REQUEST_ID,
      ...(isJson ? { "content-type": "application/json" } : {}),
      ...more.headers,
    };
    const status = more.status ?? (answer === undefined ? 204 : 200);
    const sent = { ...(hasToken ? { authorization: "Bearer …" } : {}), ...more.sent };
    return {
      index,
      step: "",
      operationId,
      key,
      request: { method, url, headers: sent, text, json: parseJson(text), ...(unrecorded ? { unrecorded } : {}) },
      response: { status, headers, text: received, json: parseJson(received) },
      sentAt: START + at,
      receivedAt: START + at + took,
      isSettled,
      ...(relation === undefined ? {} : { relation }),
    };
  };
}

export const get = (path: string, answer: unknown, more?: More): Line => line("GET", path, answer, more);
export const post = (path: string, body: unknown, answer: unknown, more?: More): Line =>
  line("POST", path, answer, { ...more, body });
export const patch = (path: string, body: unknown, more?: More): Line =>
  line("PATCH", path, undefined, { ...more, body });
export const remove = (path: string, more?: More): Line => line("DELETE", path, undefined, more);

/** The lines in their order. */
export const traffic = (...lines: readonly Line[]): readonly Exchange[] => lines.map((it, index) => it(index));

/** An error as Graph writes it. */
export const error = (code = "Request_BadRequest", more: object = {}): Json => ({
  error: {
    code,
    message: "no",
    innerError: { date: "2026-06-01T00:00:00", "request-id": REQUEST_ID, ...more },
  },
});
export const missing = get(CONNECTOR, error("Request_ResourceNotFound"), { status: 404 });

/** A credential of the pool: valid from 2026 to 2029. */
export function pooled(index: number) {
  const credential = CREDENTIAL_POOL[index];
  if (credential === undefined) throw new RangeError(`"index" expected less than ${CREDENTIAL_POOL.length}`);
  const { pfx: pkcs12Value, password, thumbprint, customKeyIdentifier, certificate } = credential;
  return { file: { pkcs12Value, password }, thumbprint, customKeyIdentifier, certificate };
}

export const seconds = (date: string): number => Date.parse(date) / 1_000;

/** An entry of certificateList, as the file of the pool makes it. */
export const entry = (index: number, more: object = {}): Json => ({
  thumbprint: pooled(index).thumbprint,
  notBefore: seconds("2026-01-01T00:00:00Z"),
  notAfter: seconds("2029-01-01T00:00:00Z"),
  isActive: false,
  ...more,
});

/** A connector; with a list, it has certificates. */
export const connector = (certificateList?: readonly Json[], more: object = {}): Json => ({
  "@odata.context": `${ROOT}/$metadata#identity/apiConnectors/$entity`,
  id: ID,
  displayName: "Test",
  targetUrl: "https://api.example.com/",
  authenticationConfiguration:
    certificateList === undefined
      ? { "@odata.type": "#microsoft.graph.basicAuthentication", username: "u", password: "******" }
      : { "@odata.type": "#microsoft.graph.clientCertificateAuthentication", certificateList },
  ...more,
});

/** The answer of the action for the first credential of the pool. */
export const minted = (more: object = {}): Json => ({
  "@odata.context": `${ROOT}/$metadata#microsoft.graph.selfSignedCertificate`,
  customKeyIdentifier: pooled(0).customKeyIdentifier,
  displayName: "CN=Contoso SSO",
  endDateTime: "2029-01-01T00:00:00Z",
  key: pooled(0).certificate,
  keyId: "aaaaaaaa-0000-4000-8000-000000000001",
  startDateTime: "2026-06-01T00:00:00.1234567Z",
  thumbprint: pooled(0).thumbprint,
  type: "AsymmetricX509Cert",
  usage: "Verify",
  ...more,
});

/** The three entries that a minted certificate leaves; `name` tells their ids apart. */
export function triple(name: "a" | "b", more: { sign?: object; verify?: object; password?: object } = {}) {
  const id = (it: number): string => `${name.repeat(8)}-0000-4000-8000-00000000000${it}`;
  const customKeyIdentifier = pooled(name === "a" ? 0 : 1).customKeyIdentifier;
  const key = { customKeyIdentifier, type: "AsymmetricX509Cert", key: null };
  return {
    keys: [
      { ...key, usage: "Sign", keyId: id(1), ...more.sign },
      { ...key, usage: "Verify", keyId: id(2), key: pooled(0).certificate, ...more.verify },
    ] as readonly Json[],
    passwords: [
      { customKeyIdentifier, keyId: id(1), secretText: null, hint: null, ...more.password },
    ] as readonly Json[],
  };
}

/** A servicePrincipal with these entries. */
export const principal = (
  entries: readonly { readonly keys: readonly Json[]; readonly passwords: readonly Json[] }[] = [],
  more: object = {},
): Json => ({
  "@odata.context": `${ROOT}/$metadata#servicePrincipals/$entity`,
  id: ID,
  appId: "33333333-3333-4333-8333-333333333333",
  keyCredentials: entries.flatMap(({ keys }) => keys),
  passwordCredentials: entries.flatMap(({ passwords }) => passwords),
  preferredTokenSigningKeyThumbprint: null,
  ...more,
});
export const readPrincipal = (...args: Parameters<typeof principal>): Line =>
  get(`${PRINCIPAL}${SELECT}`, principal(...args));
export const readConnector = (...args: Parameters<typeof connector>): Line => get(CONNECTOR, connector(...args));
