/** `npm run test:live` in a process of its own, on a mock that is served as a tenant would be. */
import { resolve } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { createMaterial } from "../../src/contract/session/material.js";
import type { FaultName } from "../../src/mock/fault-set.js";
import { createMockGraph } from "../../src/mock/server.js";
import type { ServedRequest } from "../../src/node/serve/serve.js";
import { serve } from "../../src/node/serve/serve.js";
import { testProvider } from "../setup/provider.js";
import { fixedKeyProvider } from "../unit/graph/fixed-key-provider.js";
import type { VitestRun } from "./run-vitest.js";
import { runVitest } from "./run-vitest.js";

const ROOT = "https://graph.microsoft.com/v1.0";

const testLive = (variables: Readonly<Record<string, string>>): Promise<VitestRun> =>
  runVitest(["-c", resolve(import.meta.dirname, "../vitest.config.ts"), "--project", "live"], variables);

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

  it("fails at the rule that a tenant breaks", async () => {
    const { variables } = await serveTenant(["ms-dates"]);
    const { status, printed } = await testLive(variables);
    expect(status).toBe(1);
    expect(printed).toMatch(/FAIL .*the tenant > C5 .* › identityApiConnector\.get/);
    // Nothing else: dates so far away make the certificate inactive too.
    expect(printed).not.toMatch(/FAIL .*the tenant > (?!C5|C6)/);
  });
});
