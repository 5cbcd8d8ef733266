/** The scripts are run: what arrives at a server is what the plan says. az is stood in for, PowerShell is not run. */
import { spawnSync } from "node:child_process";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { renderRollover } from "../../../src/rollover/render-rollover.js";
import type { RolloverPlan } from "../../../src/rollover/step.js";
import { guid, secondTriple } from "../../unit/audit/sample-service-principal.js";
import { changesOf, current, NEW_THUMBPRINT, planFor, secretTexts } from "../../unit/rollover/sample-plan.js";
import type { RunningServer, ScriptFolder } from "./run-script.js";
import { layOut, startServer } from "./run-script.js";

const TOKEN = "the.access-token";
const environment = { GRAPH_TOKEN: TOKEN };

const toPath = (url: string): string => url.replace("https://graph.microsoft.com", "");

/** What a phase sends, polls counted once for each read. */
function requestsOf({ steps }: RolloverPlan, phase: string): readonly (readonly [string, string, unknown])[] {
  return steps.flatMap((step) => {
    if (step.phase !== phase || !("request" in step)) return [];
    const { method, url, body } = step.request;
    const one = [method, toPath(url), body] as const;
    return step.kind === "poll" ? Array.from({ length: step.hitsInARow }, () => one) : [one];
  });
}

describe.each(["sh", "dash"])("%s", (shell) => {
  it.each(["curl", "az"] as const)("takes the script for %s, hostile names in it", (format) => {
    if (spawnSync(shell, ["-c", ":"]).error !== undefined) return;
    const hostile = { ...current(), displayName: "'; exit 9 #\n$(exit 9)`exit 9`", id: "'\"$(exit 9)", appId: "a'\nb" };
    const { script } = renderRollover(planFor(hostile), format);
    expect(spawnSync(shell, ["-n"], { input: script, encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
  });
});

describe("a rollover by script", () => {
  let server: RunningServer;
  let folder: ScriptFolder;
  const plan = planFor();

  beforeEach(async () => {
    server = await startServer({ stored: current() });
  });
  afterEach(async () => {
    folder.remove();
    await server.close();
  });

  it.each(["curl", "az"] as const)("%s sends what is planned, phase by phase", async (format) => {
    folder = layOut(renderRollover(plan, format), server.origin);
    for (const phase of ["add", "activate", "remove"]) {
      server.arrived.length = 0;
      const { status, output, commandLines } = await folder.run(phase, format === "curl" ? environment : {});
      expect([status, output]).toEqual([0, output]);
      expect(server.arrived.map(({ method, url, body }) => [method, url, body])).toEqual(requestsOf(plan, phase));
      for (const { method, authorization, contentType } of server.arrived) {
        if (format === "curl") expect(authorization).toBe(`Bearer ${TOKEN}`);
        if (method === "PATCH") expect(contentType).toBe("application/json");
      }
      for (const secret of [TOKEN, ...secretTexts()]) expect(output + commandLines).not.toContain(secret);
      expect(commandLines).toContain("add.json");
    }
    expect(server.stored()).toMatchObject({ preferredTokenSigningKeyThumbprint: NEW_THUMBPRINT });
    expect(server.stored().keyCredentials.map(({ keyId }) => keyId)).toEqual([guid(90), guid(91)]);
  });

  it("says what to tell, and when to go on", async () => {
    folder = layOut(renderRollover(plan, "curl"), server.origin);
    const add = await folder.run("add", environment);
    expect(add.output).toContain(`SHA-1 ${NEW_THUMBPRINT}`);
    expect(add.output).toContain("sh rollover.sh activate");
    const activate = await folder.run("activate", environment);
    expect(activate.output).toContain("30 days from now: sh rollover.sh remove");
  });

  it("waits until several reads in a row show the new entries", async () => {
    await server.close();
    server = await startServer({ stored: current(), staleReads: 3 });
    folder = layOut(renderRollover(plan, "curl"), server.origin);
    expect(await folder.run("add", environment)).toMatchObject({ status: 0 });
    // The first read, the change, three stale reads, five hits, the read back.
    expect(server.arrived.length).toBe(1 + 1 + 3 + 5 + 1);
  });

  it("gives up where they never come", async () => {
    await server.close();
    server = await startServer({ stored: current(), staleReads: 1000 });
    const steps = plan.steps.map((step) => (step.kind === "poll" ? { ...step, mostTries: 7 } : step));
    folder = layOut(renderRollover({ ...plan, steps }, "curl"), server.origin);
    const { status, output } = await folder.run("add", environment);
    expect(status).toBe(1);
    expect(output).toContain("Not seen everywhere after 7 reads");
  });

  it.each([
    ["an entry that came meanwhile", { keyCredentials: [...current().keyCredentials, secondTriple().sign] }],
    ["an entry that went", { passwordCredentials: current().passwordCredentials.slice(1) }],
    ["another keyId", { passwordCredentials: current().passwordCredentials.map((it) => ({ ...it, keyId: guid(77) })) }],
    ["another preferred certificate", { preferredTokenSigningKeyThumbprint: null }],
  ])("changes nothing where the first read shows %s", async (_, other) => {
    server.replace({ ...current(), ...other });
    folder = layOut(renderRollover(plan, "curl"), server.origin);
    const { status, output } = await folder.run("add", environment);
    expect(status).toBe(1);
    expect(output).toContain("plan anew");
    expect(server.arrived.map(({ method }) => method)).toEqual(["GET"]);
  });

  it("activates nothing that is not there", async () => {
    folder = layOut(renderRollover(plan, "curl"), server.origin);
    expect(await folder.run("activate", environment)).toMatchObject({ status: 1 });
    expect(server.arrived.map(({ method }) => method)).toEqual(["GET"]);
  });

  it("removes nothing before the new certificate is active", async () => {
    folder = layOut(renderRollover(plan, "curl"), server.origin);
    expect(await folder.run("add", environment)).toMatchObject({ status: 0 });
    expect(await folder.run("remove", environment)).toMatchObject({ status: 1 });
    expect(server.stored().keyCredentials.length).toBe(4);
  });

  it("stops at a refusal and shows Graph's answer", async () => {
    await server.close();
    server = await startServer({ stored: current(), patchStatus: 400 });
    folder = layOut(renderRollover(plan, "curl"), server.origin);
    const { status, output } = await folder.run("add", environment);
    expect(status).toBe(22); // curl's own, for HTTP errors
    expect(output).toContain("Request_BadRequest");
    expect(server.arrived.map(({ method }) => method)).toEqual(["GET", "PATCH"]);
  });

  it("wants a token and a phase that there is", async () => {
    folder = layOut(renderRollover(planFor(current(), { remove: "none" }), "curl"), server.origin);
    const withoutToken = await folder.run("add");
    expect(withoutToken.status).not.toBe(0);
    expect(withoutToken.output).toContain("GRAPH_TOKEN");
    for (const phase of ["", "remove", "everything"]) {
      expect(await folder.run(phase, environment)).toMatchObject({
        status: 2,
        output: "usage: sh rollover.sh add|activate\n",
      });
    }
    expect(server.arrived).toEqual([]);
    expect(changesOf(plan).length).toBe(3);
  });
});
