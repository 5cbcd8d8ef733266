/** A client of the mock for its tests: JSON in, JSON out, on a clock and with ids of the tests' own. */
import type { MockGraph, MockGraphOptions } from "../../../src/mock/server.js";
import { createMockGraph } from "../../../src/mock/server.js";
import { fixedKeyProvider } from "../graph/fixed-key-provider.js";
import { ids } from "../graph/fixtures.js";

/** The service root that the tests use. */
export const ROOT = "https://graph.microsoft.com/v1.0";

/** When the tests take place. */
export const START = "2026-06-01T00:00:00.000Z";

/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** A JSON array of objects. */
export function entries(value: unknown): readonly Json[] {
  if (!Array.isArray(value)) throw new TypeError(`"value" expected an array`);
  return value as readonly Json[];
}

/** An answer, read. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly json: Json;
  readonly text: string;
  /** Of an error. */
  readonly code: string;
  readonly message: string;
}

/** A mock with its client. */
export interface Client {
  readonly mock: MockGraph;
  /** @param body - an object, or text as it is; @param headers - beside the token and the media type; `""` leaves one out */
  readonly send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>;
  /** A connector, empty. */
  readonly connector: (body?: object) => Promise<string>;
  /** A servicePrincipal of a new application. */
  readonly principal: () => Promise<{ readonly id: string; readonly appId: string }>;
  /** The servicePrincipal with its certificates. */
  readonly read: (id: string) => Promise<Json>;
}

/** A mock whose clock stands still, whose ids count up and whose RSA key is always the same. */
export function client(options: MockGraphOptions = {}): Client {
  const mock = createMockGraph({
    clock: { now: () => new Date(START) },
    newId: ids(),
    keys: fixedKeyProvider(),
    ...options,
  });
  const send: Client["send"] = async (method, path, body, headers = {}) => {
    const all = { authorization: "Bearer token", "content-type": "application/json", ...headers };
    const sent = Object.entries(all).filter(([, value]) => value !== "");
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const url = path.startsWith("https://") ? path : `${ROOT}${path}`;
    const init = { method, headers: Object.fromEntries(sent), ...(body === undefined ? {} : { body: text }) };
    return await readReply(await mock.fetch(asReceived(new Request(url, init), init.headers)));
  };
  return {
    mock,
    send,
    connector: async (body = { displayName: "connector", targetUrl: "https://api.example.com/" }) =>
      (await send("POST", "/identity/apiConnectors", body)).json["id"] as string,
    principal: async () => {
      const application = await send("POST", "/applications", { displayName: "app" });
      const appId = application.json["appId"] as string;
      const { json } = await send("POST", "/servicePrincipals", { appId });
      return { id: json["id"] as string, appId };
    },
    read: async (id) => (await send("GET", `/servicePrincipals/${id}?$select=${SELECTED}`)).json,
  };
}

/** A request as a server gets it: with headers that a page's own Request leaves out, such as Origin. */
export function asReceived(request: Request, headers: Record<string, string>): Request {
  const isWhole = Object.keys(headers).every((name) => request.headers.has(name));
  return isWhole ? request : Object.defineProperty(request, "headers", { value: new Headers(headers) });
}

const SELECTED = "id,keyCredentials,passwordCredentials,preferredTokenSigningKeyThumbprint";

async function readReply(response: Response): Promise<Reply> {
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
  const json = (isJson ? JSON.parse(text) : {}) as Json;
  const error = isJson ? (json["error"] as Json | undefined) : undefined;
  return {
    status: response.status,
    headers: response.headers,
    json,
    text,
    code: (error?.["code"] ?? "") as string,
    message: (error?.["message"] ?? "") as string,
  };
}
