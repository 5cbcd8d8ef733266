/** What a run would send, learnt by playing it against a mock in this process: nothing goes over the network. */
import type { Exchange } from "../../contract/exchange.js";
import { operationOf } from "../../contract/operation-of.js";
import { runContract } from "../../contract/run.js";
import type { Mode, NamedObjects } from "../../contract/scenario.js";
import { GENERATED_SCENARIOS, SCENARIOS } from "../../contract/scenarios.js";
import { ONE_READ, PATIENT } from "../../contract/session/settling.js";
import { defaultProvider } from "../../crypto/provider.js";
import { OPERATIONS } from "../../graph/openapi.generated.js";
import type { OperationId } from "../../mock/operations.js";
import { neededFor } from "../../mock/permissions.js";
import { repeatKeys } from "../../mock/repeated-keys.js";
import { createMockGraph } from "../../mock/server.js";
import type { Selection } from "./contract-options.js";
import type { Host } from "./host.js";

/** Requests that are alike. */
export interface PlannedRequest {
  readonly method: string;
  /** With its keys in braces, as the documentation writes it. */
  readonly path: string;
  readonly operation: string | undefined;
  /** How often it is sent where everything goes well. */
  readonly count: number;
  /** Why, each reason once. */
  readonly steps: readonly string[];
}

/** What the token must hold. */
export interface NeededPermissions {
  /** Of an app that acts for itself. */
  readonly application: readonly string[];
  /** Of an app that acts for a user. */
  readonly delegated: readonly string[];
}

/** A plan. */
export interface Plan {
  readonly requests: readonly PlannedRequest[];
  readonly permissions: NeededPermissions;
}

/** What is asked for. */
export interface PlanOptions {
  readonly mode: Mode;
  readonly selection: Selection;
  readonly settleReads: number | undefined;
}

const BASE_URL = "https://graph.microsoft.com/v1.0";
const TENANT = "00000000-0000-0000-0000-00000000000a";

/** Plays what would be played. */
export async function makePlan(options: PlanOptions, host: Pick<Host, "now">): Promise<Plan> {
  const { mode, selection, settleReads } = options;
  const keys = repeatKeys(defaultProvider());
  let now = host.now().getTime();
  const mock = createMockGraph({ clock: { now: () => new Date(now) }, keys });
  const exchanges: Exchange[] = [];
  const sent: Request[] = [];
  const isLive = mode === "live";
  const run = runContract({
    fetch: (request) => {
      sent.push(request);
      return mock.fetch(request);
    },
    baseUrl: BASE_URL,
    auth: tokenOf(now),
    mode,
    // Whatever is waited for takes no time here; what needs such a clock is not planned where there will be none.
    clock: {
      now: () => now,
      advance: (ms) => {
        now += ms;
      },
    },
    ...selection,
    rules: ["E1"],
    scenarios: mode === "mock" ? selection.scenarios : inRealTime(selection.scenarios),
    objects: mode === "mock" ? selection.objects : await createObjects(mock.fetch, selection.objects),
    settling: isLive || settleReads !== undefined ? { ...PATIENT, reads: settleReads ?? PATIENT.reads } : ONE_READ,
    budget: { draws: selection.draws },
    provider: keys,
    ...(isLive ? { live: { tenantId: TENANT, allowWrites: true } } : {}),
    onExchange: (exchange) => void exchanges.push(exchange),
  });
  // The results are of no interest: a mock is right.
  for await (const _ of run);
  return { requests: toRequests(exchanges, sent), permissions: toPermissions(exchanges) };
}

function inRealTime(ids: readonly string[] | undefined): readonly string[] {
  return [...SCENARIOS, ...GENERATED_SCENARIOS].flatMap(({ id, needsVirtualClock = false }) =>
    needsVirtualClock || ids?.includes(id) === false ? [] : [id],
  );
}

/** Objects that stand for those that the run will look at. */
async function createObjects(
  fetch: (request: Request) => Promise<Response>,
  named: NamedObjects,
): Promise<NamedObjects> {
  const create = async (path: string, body: object): Promise<Readonly<Record<string, unknown>>> => {
    const headers = { authorization: "Bearer plan", "content-type": "application/json" };
    const response = await fetch(
      new Request(`${BASE_URL}${path}`, { method: "POST", headers, body: JSON.stringify(body) }),
    );
    return (await response.json()) as Record<string, unknown>;
  };
  const connectors: string[] = [];
  const servicePrincipals: string[] = [];
  for (const name of named.connectors ?? []) {
    const body = { displayName: name, targetUrl: "https://api.example.com/" };
    connectors.push(String((await create("/identity/apiConnectors", body))["id"]));
  }
  for (const displayName of named.servicePrincipals ?? []) {
    const { appId } = await create("/applications", { displayName });
    servicePrincipals.push(String((await create("/servicePrincipals", { appId }))["id"]));
  }
  return { connectors, servicePrincipals };
}

/** A token of the tenant with every permission, which nobody signed: only the mock of this process sees it. */
function tokenOf(now: number): string {
  const roles = ["APIConnectors.ReadWrite.All", "Application.ReadWrite.All", "Directory.ReadWrite.All"];
  const parts = [
    { alg: "none" },
    { aud: "https://graph.microsoft.com", tid: TENANT, roles, exp: Math.floor(now / 1000) + 86_400 * 365 },
  ];
  return `${parts.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".")}.`;
}

/** What a run in a tenant sends behind its scenarios is no exchange of theirs: it removes what they have made. */
function toRequests(exchanges: readonly Exchange[], sent: readonly Request[]): readonly PlannedRequest[] {
  const planned = new Map<string, PlannedRequest & { readonly steps: string[] }>();
  const add = (method: string, url: string, operation: string | undefined, step: string): void => {
    const path = templateOf(url, operation);
    const name = `${method} ${path}`;
    const known = planned.get(name) ?? { method, path, operation, count: 0, steps: [] };
    if (!known.steps.includes(step)) known.steps.push(step);
    planned.set(name, { ...known, count: known.count + 1 });
  };
  const told = new Map<string, number>();
  for (const { request, operationId, step } of exchanges) {
    const name = `${request.method} ${request.url}`;
    told.set(name, (told.get(name) ?? 0) + 1);
    add(request.method, request.url, operationId, step);
  }
  for (const { method, url } of sent) {
    const name = `${method} ${url}`;
    const left = told.get(name) ?? 0;
    if (left > 0) told.set(name, left - 1);
    else add(method, url, operationOf(method, url).operationId, "remove what the run has made");
  }
  return [...planned.values()];
}

function templateOf(url: string, operationId: string | undefined): string {
  const known = OPERATIONS.find((operation) => operation.operationId === operationId);
  if (known !== undefined) return known.path;
  const { pathname } = new URL(url);
  return pathname.replace(/^\/v1\.0/, "").replace(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi, "{id}");
}

/** The least for writes, and for reads what these do not bring along. */
function toPermissions(exchanges: readonly Exchange[]): NeededPermissions {
  const ids = [...new Set(exchanges.flatMap(({ operationId }) => (operationId === undefined ? [] : [operationId])))];
  const needs = ids.flatMap((id) => {
    const isRead = /\.(?:get|getByAppId|list)$/.test(id);
    const needed = neededFor(id.replace(/^identityApiC/, "apiC").replace(/ByAppId$/, "") as OperationId);
    return needed === undefined ? [] : [{ isRead, needed }];
  });
  const least = (kind: "roles" | "scp"): readonly string[] => {
    const chosen = new Set(needs.filter(({ isRead }) => !isRead).map(({ needed }) => needed[kind][0] ?? ""));
    for (const { needed } of needs)
      if (!needed[kind].some((name) => chosen.has(name))) chosen.add(needed[kind][0] ?? "");
    return [...chosen].sort();
  };
  return { application: least("roles"), delegated: least("scp") };
}
