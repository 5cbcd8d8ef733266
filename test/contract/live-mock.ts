/** A mock that a run takes for a tenant: a token with claims, objects of others in it, and a look at what is sent. */
import { encodeBase64Url } from "../../src/bytes/base64url.js";
import type { JournalEntry } from "../../src/contract/live/journal.js";
import type { ContractResult } from "../../src/contract/result.js";
import { runContract } from "../../src/contract/run.js";
import type { ContractOptions } from "../../src/contract/run-options.js";
import type { Clock } from "../../src/contract/session/clock.js";
import { createMaterial } from "../../src/contract/session/material.js";
import type { MockGraph, MockGraphOptions } from "../../src/mock/server.js";
import { createMockGraph } from "../../src/mock/server.js";
import { testProvider } from "../setup/provider.js";
import { fixedKeyProvider } from "../unit/graph/fixed-key-provider.js";

export const ROOT = "https://graph.microsoft.com/v1.0";
export const TENANT = "5f2d3c1a-7b6e-4d8f-9a01-23456789abcd";
export const START = Date.parse("2026-06-01T00:00:00.000Z");
const YEAR_SECONDS = 31_536_000;

const material = createMaterial(testProvider);

/** A token as Entra would give it, signed by nobody. */
export function token(claims: object = {}): string {
  const part = (value: object): string => encodeBase64Url(new TextEncoder().encode(JSON.stringify(value)));
  const all = { tid: TENANT, aud: "https://graph.microsoft.com", exp: START / 1000 + YEAR_SECONDS, ...claims };
  return `${part({ alg: "RS256", typ: "JWT" })}.${part(all)}.c2ln`;
}

/** The other end. */
export interface Tenant {
  readonly mock: MockGraph;
  readonly clock: Clock;
  /** Methods and addresses, in order. */
  readonly sent: { readonly method: string; readonly url: string; readonly text: string }[];
  readonly journal: JournalEntry[];
  /** Everything that is there but what the mock counts. */
  readonly state: () => string;
  /** Ids and appIds of what was there before. */
  readonly foreign: readonly string[];
  readonly fetch: ContractOptions["fetch"];
}

/** A tenant in which others have a connector, an application and its servicePrincipal with a certificate. */
export async function tenant(options: MockGraphOptions = {}): Promise<Tenant> {
  let now = START;
  const clock = {
    now: () => now,
    advance: (ms: number): void => {
      now += ms;
    },
  };
  const mock = createMockGraph({ clock: { now: () => new Date(now) }, keys: fixedKeyProvider(), ...options });
  const post = async (path: string, body: object): Promise<Record<string, unknown>> => {
    const headers = { authorization: "Bearer other", "content-type": "application/json" };
    const request = new Request(`${ROOT}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    return (await (await mock.fetch(request)).json()) as Record<string, unknown>;
  };
  // A name that begins almost like ours.
  const displayName = "zz-graph-contractor";
  const connector = await post("/identity/apiConnectors", { displayName, targetUrl: "https://other.example.com/" });
  const application = await post("/applications", { displayName });
  const principal = await post("/servicePrincipals", { appId: application["appId"] });
  await post(`/servicePrincipals/${String(principal["id"])}/addTokenSigningCertificate`, { displayName: "CN=Other" });
  now += 3_600_000;
  const sent: { method: string; url: string; text: string }[] = [];
  return {
    mock,
    clock,
    sent,
    journal: [],
    state: () => {
      const { nextOrder: _, ...state } = mock.snapshot() as unknown as Record<string, unknown>;
      return JSON.stringify(state);
    },
    foreign: [connector["id"], application["id"], application["appId"], principal["id"]].map(String),
    fetch: async (request) => {
      sent.push({ method: request.method, url: request.url, text: await request.clone().text() });
      return await mock.fetch(request);
    },
  };
}

/** A live run in it, not begun. */
export function liveRun(
  { fetch, clock, journal }: Tenant,
  options: Partial<ContractOptions> = {},
): AsyncGenerator<ContractResult, void> {
  return runContract({
    fetch,
    baseUrl: ROOT,
    auth: token(),
    mode: "live",
    clock,
    material,
    provider: testProvider,
    live: {
      tenantId: TENANT.toUpperCase(),
      allowWrites: true,
      journal: { write: (entry) => Promise.resolve(void journal.push(entry)) },
    },
    ...options,
  });
}

/** All results. */
export async function collect(run: AsyncIterable<ContractResult>): Promise<readonly ContractResult[]> {
  const results: ContractResult[] = [];
  for await (const result of run) results.push(result);
  return results;
}

/** Writes that name something of others. */
export function foreignWrites({ sent, foreign }: Tenant): readonly string[] {
  return sent
    .filter(({ method }) => method !== "GET")
    .map(({ method, url, text }) => `${method} ${url} ${text}`.toLowerCase())
    .filter((line) => foreign.some((id) => line.includes(id.toLowerCase())));
}
