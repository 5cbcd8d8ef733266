/** `contract plan`, `rules`, `record`, `check` and `parity` without a process. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Exchange } from "../../../../src/contract/exchange.js";
import { RULES } from "../../../../src/contract/rules.js";
import { runContract } from "../../../../src/contract/run.js";
import { toHar } from "../../../../src/contract/traffic/to-har.js";
import { createMockGraph } from "../../../../src/mock/server.js";
import { useScratch } from "../../../cli/scratch.js";
import { call } from "./command.js";
import { BASE_URL, failedIn, linesOf, mockService } from "./contract-mock.js";

const scratch = useScratch();

describe("contract rules", () => {
  it("lists all of them, with what they rest on", async () => {
    const { status, stdout } = await call(["contract", "rules", "--json"]);
    const { rules } = JSON.parse(stdout) as { readonly rules: readonly unknown[] };
    expect(status).toBe(0);
    expect(rules).toEqual(
      RULES.map(({ id, title, evidence, source, operations }) => ({ id, title, evidence, source, operations })),
    );
    expect((await call(["contract", "rules"])).stdout).toContain(`${RULES.length} rules\n`);
  });
});

describe("contract plan", () => {
  interface Plan {
    readonly requests: readonly { readonly method: string; readonly path: string; readonly count: number }[];
    readonly permissions: { readonly application: readonly string[]; readonly delegated: readonly string[] };
  }
  // The network of these calls is none: each request rejects.
  const plan = async (...args: string[]): Promise<Plan> => {
    let asked = 0;
    const fetch = (): Promise<Response> => {
      asked += 1;
      return Promise.reject(new Error("there is no network"));
    };
    const { status, stdout, stderr } = await call(["contract", "plan", "--json", ...args], { fetch });
    expect([status, stderr, asked]).toEqual([0, "", 0]);
    return JSON.parse(stdout) as Plan;
  };

  it("lists what a run in a tenant sends, its removals too, and what it needs", async () => {
    const { requests, permissions } = await plan();
    const countOf = (method: string, path: string): number =>
      requests.find((request) => request.method === method && request.path === path)?.count ?? 0;
    expect(countOf("POST", "/applications")).toBeGreaterThan(2);
    expect(countOf("DELETE", "/applications/{application-id}")).toBe(countOf("POST", "/applications"));
    expect(countOf("POST", "/servicePrincipals/{servicePrincipal-id}/addTokenSigningCertificate")).toBeGreaterThan(5);
    expect(permissions).toEqual({
      application: ["APIConnectors.ReadWrite.All", "Application.ReadWrite.OwnedBy"],
      delegated: ["APIConnectors.ReadWrite.All", "Application.ReadWrite.All"],
    });
  });

  it("lists nothing but GET for a run that only reads", async () => {
    const { requests, permissions } = await plan("--mode", "read-only", "--object", "connector:1");
    expect(requests.length).toBeGreaterThan(0);
    expect(new Set(requests.map(({ method }) => method))).toEqual(new Set(["GET"]));
    expect(permissions.application).toEqual(["APIConnectors.Read.All"]);
    expect((await call(["contract", "plan", "--mode", "read-only"])).status).toBe(2);
  });

  it("says what is asked for, for people", async () => {
    const { stdout } = await call(["contract", "plan", "--scenario", "token-signing"]);
    expect(stdout).toContain("addTokenSigningCertificate\n");
    expect(stdout).toMatch(/^\d+ requests in mode live\./m);
  });
});

describe("recorded traffic", () => {
  const password = "a password of the run";
  let folder = "";
  let cassette = "";

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "graph-certkit-"));
    cassette = join(folder, "run.ndjson");
    const scenarios = ["--scenario", "connector-lifecycle", "upload-refusals", "token-signing"];
    const args = ["contract", "record", "--base-url", BASE_URL, "--out", cassette, ...scenarios];
    const { status, stderr } = await mockService().call(args, { environment: { GRAPH_TOKEN: "token-that-is-secret" } });
    expect(stderr).toContain("the cassette is in ");
    expect(status).toBe(0);
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("is recorded for its owner alone, without secrets, and never over another file", async () => {
    expect(statSync(cassette).mode & 0o777).toBe(0o600);
    const text = readFileSync(cassette, "utf8");
    expect(text).not.toContain(password);
    expect(text).not.toContain("token-that-is-secret");
    const again = await mockService().call([
      "contract",
      "record",
      "--base-url",
      BASE_URL,
      "--out",
      cassette,
      "--force",
    ]);
    expect(again.status).toBe(2);
    expect(again.stderr).toContain("exists already and is not replaced");
    expect(readFileSync(cassette, "utf8")).toBe(text);
  });

  it("is not there where the run did not come to its end", async () => {
    const out = scratch("early.ndjson");
    const { status } = await call(["contract", "record", "--base-url", BASE_URL, "--out", out]);
    expect(status).toBe(2);
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(scratch())).toEqual([]);
  });

  it("is checked offline: a sound one, from a file or from standard input", async () => {
    expect(await call(["contract", "check", cassette])).toMatchObject({ status: 0, stderr: "" });
    const fromStdin = await call(["contract", "check", "-"], { input: [readFileSync(cassette, "utf8")] });
    expect(fromStdin).toMatchObject({ status: 0, stderr: "" });
  });

  it("is checked offline: an altered thumbprint is found, with its line", async () => {
    const lines = readFileSync(cassette, "utf8").split("\n");
    const at = lines.findIndex((line) => line.includes("uploadClientCertificate") && /thumbprint/.test(line));
    const altered = lines.map((line, index) =>
      index === at ? line.replace(/(\\"thumbprint\\":\\")[0-9A-F]{4}/, "$1FFFF") : line,
    );
    const file = scratch("altered.ndjson");
    writeFileSync(file, altered.join("\n"));
    const called = await call(["contract", "check", file, "--json"]);
    expect(called.status).toBe(1);
    expect(failedIn(called)).toContain("C4");
    expect(called.stdout).toContain(`line ${at + 1}`);
    const alone = await call(["contract", "check", file, "--rules", "E1"]);
    expect(alone.status).toBe(0);
    const { replay } = linesOf(called).find(({ rule, status }) => rule === "C4" && status === "fail") ?? {};
    expect((await call((replay ?? "").split(" ").slice(1))).status).toBe(1);
  });

  it("is checked as a HAR: an altered thumbprint is found, with its entry and the octets", async () => {
    const exchanges: Exchange[] = [];
    const run = runContract({
      fetch: createMockGraph().fetch,
      baseUrl: "https://graph.microsoft.com/v1.0",
      auth: "token",
      mode: "mock",
      scenarios: ["connector-lifecycle"],
      onExchange: (exchange) => void exchanges.push(exchange),
    });
    for await (const _ of run);
    let text = "";
    for await (const part of toHar(exchanges)) text += part;
    writeFileSync(scratch("sound.har"), text);
    expect(await call(["contract", "check", scratch("sound.har")])).toMatchObject({ status: 0, stderr: "" });

    const entry = exchanges.findIndex(
      ({ operationId = "", response }) => /uploadClientCertificate$/.test(operationId) && response.status === 200,
    );
    const [, thumbprint = ""] = /"thumbprint":"([0-9A-F]{40})"/.exec(exchanges[entry]?.response.text ?? "") ?? [];
    const lines = text.split("\n");
    const at = lines.findIndex((line) => line.includes(thumbprint));
    const altered = lines.map((line, index) => (index === at ? line.replaceAll(thumbprint, "0".repeat(40)) : line));
    writeFileSync(scratch("altered.har"), altered.join("\n"));
    const { status, stdout } = await call(["contract", "check", scratch("altered.har"), "--rules", "C4"]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^FAIL {2}C4 /m);
    // An entry a line, behind the head.
    expect(stdout).toContain(`log.entries[${at - 1}]`);
    expect(stdout).toContain(thumbprint);
    expect(stdout).not.toContain(password);
  });

  it("is sent to a mock again after the whole suite was recorded, and no answer differs", async () => {
    const out = scratch("whole.ndjson");
    const args = ["contract", "record", "--base-url", BASE_URL, "--out", out, "--draws", "1"];
    expect((await mockService().call(args)).status).toBe(0);
    const sound = await call(["contract", "parity", out]);
    expect(sound).toMatchObject({ status: 0, stderr: "" });
    expect(sound.stdout).toMatch(/^[1-9]\d+ answers agree, 0 differ, /);
    const wrong = await call(["contract", "parity", out, "--fault", "thumb-lower"]);
    expect(wrong.status).toBe(1);
    expect(wrong.stdout).toMatch(
      /^differs {2}line \d+ {2}identityApiConnector\.uploadClientCertificate\n {2}\/authenticationConfiguration\/certificateList\/0\/thumbprint: /m,
    );
  }, 120_000);

  it("is sent to a mock again, which agrees unless it is wrong", async () => {
    const sound = await call(["contract", "parity", cassette]);
    expect(sound).toMatchObject({ status: 0, stderr: "" });
    expect(sound.stdout).toMatch(/^\d+ answers agree, 0 differ, /m);
    const wrong = await call(["contract", "parity", cassette, "--fault", "thumb-lower", "--json"]);
    expect(wrong.status).toBe(1);
    expect(wrong.stdout).toContain('"/thumbprint"');
    const served = await mockService().call(["contract", "parity", cassette, "--base-url", BASE_URL, "--json"]);
    expect(linesOf(served).filter(({ status }) => status === "same").length).toBeGreaterThan(50);
  });

  it.each([
    ["no such file", ["contract", "check", "/none.har"], "ENOENT"],
    ["neither HAR nor cassette", ["contract", "check", "-"], "ERR_CONTRACT_HAR"],
    ["a rule that there is not", ["contract", "check", "-", "--rules", "X1"], "--rules"],
    ["parity with nobody", ["contract", "parity", "-", "--base-url", BASE_URL], ""],
    [
      "parity with a tenant",
      ["contract", "parity", "-", "--base-url", "https://graph.microsoft.com/v1.0"],
      "mock of this",
    ],
    ["a fault that there is not", ["contract", "parity", "-", "--fault", "none"], "--fault"],
  ])("ends with 2 for %s", async (_, args, words) => {
    const { status, stderr } = await call(args, { input: ["no JSON"] });
    expect(stderr).toContain(words);
    expect(status).toBe(2);
  });
});
