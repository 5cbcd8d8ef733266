/** `npm run test:live` in a process of its own, on a mock that is served as a tenant would be. */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { parseJournal } from "../../src/contract/live/journal.js";
import { openEntries } from "../../src/contract/live/open-entries.js";
import { createMaterial } from "../../src/contract/session/material.js";
import type { FaultName } from "../../src/mock/fault-set.js";
import { createMockGraph } from "../../src/mock/server.js";
import type { ServedRequest } from "../../src/node/serve/serve.js";
import { serve } from "../../src/node/serve/serve.js";
import { testProvider } from "../setup/provider.js";
import { fixedKeyProvider } from "../unit/graph/fixed-key-provider.js";
import type { VitestRun } from "./run-vitest.js";
import { runVitest } from "./run-vitest.js";

const TENANT = "5f2d3c1a-7b6e-4d8f-9a01-23456789abcd";
const WRITES = {
  GRAPH_ALLOW_WRITES: "1",
  GRAPH_TENANT_ID: TENANT,
  GRAPH_TREAT_AS_FOREIGN: "1",
  GRAPH_SETTLE: "1",
};

/** As Entra would give it, signed by nobody. */
function token(): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = { tid: TENANT, aud: "https://graph.microsoft.com", exp: Math.floor(Date.now() / 1000) + 3_600 };
  return `${part({ alg: "RS256", typ: "JWT" })}.${part(claims)}.c2ln`;
}

const ROOT = "https://graph.microsoft.com/v1.0";

const testLive = (variables: Readonly<Record<string, string>>, interruptAt?: () => boolean): Promise<VitestRun> =>
  runVitest(["-c", resolve(import.meta.dirname, "../vitest.config.ts"), "--project", "live"], variables, interruptAt);

/** The file that the command at the beginning names. */
function journalIn(printed: string): string {
  const [, journal = ""] = /contract sweep .*--journal (\S+) --treat-as-foreign --allow-writes/.exec(printed) ?? [];
  expect(journal).toMatch(/\.ndjson$/);
  return journal;
}

/** A served mock with a connector that has a certificate and a servicePrincipal that has a minted one. */
async function serveTenant(faults: readonly FaultName[]) {
  const graph = createMockGraph({ keys: fixedKeyProvider(), faults });
  const send = async (path: string, body: unknown): Promise<Record<string, string>> => {
    const headers = { authorization: "Bearer token", "content-type": "application/json" };
    const init = { method: "POST", headers, body: JSON.stringify(body) };
    const answer = await graph.fetch(new Request(`${ROOT}${path}`, init));
    return (await answer.json()) as Record<string, string>;
  };
  const connector = await send("/identity/apiConnectors", { displayName: "a", targetUrl: "https://api.example.com/" });
  const material = createMaterial(testProvider);
  const file = await material.upload(await material.credential(Date.now(), -1, 90));
  await send(`/identity/apiConnectors/${connector["id"]}/uploadClientCertificate`, file);
  const { appId } = await send("/applications", { displayName: "a" });
  const principal = await send("/servicePrincipals", { appId });
  await send(`/servicePrincipals/${principal["id"]}/addTokenSigningCertificate`, { displayName: "CN=A" });
  const served: ServedRequest[] = [];
  const serving = await serve(graph.fetch, { onServed: (request) => served.push(request) });
  onTestFinished(() => serving.close(100));
  const objects = `connector:${connector["id"]},servicePrincipal:${principal["id"]}`;
  return {
    graph,
    served,
    variables: { GRAPH_BASE_URL: `${serving.url}/v1.0`, GRAPH_TOKEN: "token", GRAPH_OBJECTS: objects },
  };
}

describe("npm run test:live", () => {
  it("skips everything, and says why, where the environment asks for nothing", async () => {
    const { status, printed } = await testLive({});
    expect(printed).toMatch(/all is skipped, since GRAPH_BASE_URL is not set/);
    expect(printed).toMatch(/Tests +\d+ skipped \(\d+\)/);
    expect(status).toBe(0);
  });

  it("reads what it was named, and nothing else", async () => {
    const { served, variables } = await serveTenant([]);
    const { status, printed } = await testLive(variables);
    expect(printed).toMatch(/Tests +\d+ passed \| \d+ skipped/);
    expect(status).toBe(0);
    expect(served.length).toBeGreaterThan(0);
    expect(served.filter(({ method, status: answer }) => method !== "GET" || answer !== 200)).toEqual([]);
  });

  it("makes, judges and removes in a whole run that may write, and lets go of its journal", async () => {
    const { graph, variables } = await serveTenant([]);
    const { nextOrder: _, ...before } = graph.snapshot();
    const { status, printed } = await testLive({ ...variables, ...WRITES, GRAPH_TOKEN: token() });
    expect(printed).toMatch(/Tests +\d+ passed \| \d+ skipped/);
    expect(status).toBe(0);
    expect(existsSync(journalIn(printed))).toBe(false);
    // Nothing is left, in deletedItems neither.
    expect(graph.snapshot()).toMatchObject(before);
  }, 120_000);

  it("cleans up where its time is over, and says so", async () => {
    const { graph, variables } = await serveTenant([]);
    const { nextOrder: _, ...before } = graph.snapshot();
    const slow = { ...WRITES, GRAPH_SETTLE: "5", GRAPH_MAX_TIME: "3s" };
    const { status, printed } = await testLive({ ...variables, ...slow, GRAPH_TOKEN: token() });
    expect(status).toBe(1);
    expect(printed).toContain('the run was ended after 3000 ms ("timeoutMs")');
    expect(existsSync(journalIn(printed))).toBe(false);
    expect(graph.snapshot()).toMatchObject(before);
  }, 120_000);

  it("leaves its journal where it is interrupted, having told what it is for", async () => {
    const { graph, served, variables } = await serveTenant([]);
    const slow = { ...WRITES, GRAPH_SETTLE: "5", GRAPH_TOKEN: token() };
    const isMade = () => served.some(({ method, status: answer }) => method === "POST" && answer === 201);
    const { printed } = await testLive({ ...variables, ...slow }, isMade);
    const journal = journalIn(printed);
    onTestFinished(() => rmSync(journal, { force: true }));
    const { apiConnectors, applications } = graph.snapshot();
    const left = openEntries(parseJournal(readFileSync(journal, "utf8")));
    expect(left.length).toBeGreaterThan(0);
    // Two were there before.
    expect(apiConnectors.length + applications.length).toBeGreaterThan(2);
  }, 120_000);

  it("fails at the rule that a tenant breaks", async () => {
    const { variables } = await serveTenant(["ms-dates"]);
    const { status, printed } = await testLive(variables);
    expect(status).toBe(1);
    expect(printed).toMatch(/FAIL .*the tenant > C5 .* › identityApiConnector\.get/);
    // Nothing else: dates so far away make the certificate inactive too.
    expect(printed).not.toMatch(/FAIL .*the tenant > (?!C5|C6)/);
  });
});
