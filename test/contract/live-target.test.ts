import { describe, expect, it } from "vitest";
import { processHost } from "../../src/node/cli/process-host.js";
import type { GraphContractOptions } from "../../src/vitest/describe-graph-contract.js";
import { liveTarget } from "../live/live-target.js";

const BASE = { GRAPH_BASE_URL: "https://graph.microsoft.us/v1.0" };
const TENANT = "7f2c6f0e-6d0a-4c39-9a53-0f1f5b3a9a12";
const OBJECTS = { GRAPH_OBJECTS: `connector:${TENANT},servicePrincipal:1` };

const targetOf = (environment: Readonly<Record<string, string>>): GraphContractOptions =>
  liveTarget({ ...processHost(), environment });
const tokenOf = async ({ auth }: GraphContractOptions): Promise<unknown> =>
  typeof auth === "function" ? await auth() : auth;

describe("the target of test:live", () => {
  it.each([
    ["GRAPH_BASE_URL", {}],
    ["GRAPH_TOKEN", BASE],
    ["GRAPH_OBJECTS", { ...BASE, GRAPH_TOKEN: "t" }],
  ])("is skipped without %s", (name, environment) => {
    expect(targetOf(environment).skip).toContain(name);
  });

  it("is read only, with the token that is there or that a command prints", async () => {
    const target = targetOf({ ...BASE, ...OBJECTS, GRAPH_TOKEN: "from-the-variable" });
    expect(target).toMatchObject({
      baseUrl: BASE.GRAPH_BASE_URL,
      mode: "read-only",
      objects: { connectors: [TENANT], servicePrincipals: ["1"] },
    });
    expect(target.skip).toBeUndefined();
    expect(await tokenOf(target)).toBe("from-the-variable");
    const told = targetOf({ ...BASE, ...OBJECTS, GRAPH_TOKEN_COMMAND: "echo from-the-command" });
    expect(await tokenOf(told)).toBe("from-the-command");
  });

  it("is written to with GRAPH_ALLOW_WRITES and the tenant alone", () => {
    const writes = { ...BASE, GRAPH_TOKEN: "t", GRAPH_ALLOW_WRITES: "1" };
    expect(targetOf({ ...writes, GRAPH_TENANT_ID: TENANT })).toMatchObject({ mode: "live" });
    expect(() => targetOf(writes)).toThrow(/GRAPH_ALLOW_WRITES=1 .*GRAPH_TENANT_ID/);
  });

  it("signs in with a certificate, which needs an app and a tenant", () => {
    const certificate = { ...BASE, ...OBJECTS, GRAPH_CERTIFICATE: "app.pfx", GRAPH_CERTIFICATE_PASSWORD: "hush" };
    expect(() => targetOf(certificate)).toThrow(/GRAPH_CLIENT_ID .*GRAPH_TENANT_ID/);
    const whole = targetOf({ ...certificate, GRAPH_CLIENT_ID: TENANT, GRAPH_TENANT_ID: TENANT });
    expect(whole.auth).toBeTypeOf("function");
    expect(JSON.stringify(whole)).not.toContain("hush");
  });

  it("names the variable that is wrong", () => {
    const wrong = { ...OBJECTS, GRAPH_TOKEN: "t" };
    expect(() => targetOf({ ...wrong, GRAPH_BASE_URL: "http://tenant.example/v1.0" })).toThrow(
      /GRAPH_BASE_URL: over http .*GRAPH_ALLOW_HTTP=1/,
    );
    expect(() => targetOf({ ...BASE, GRAPH_TOKEN: "t", GRAPH_OBJECTS: "everything" })).toThrow("GRAPH_OBJECTS");
  });
});
