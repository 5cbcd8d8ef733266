import { describe, expect, it } from "vitest";
import { openEntries } from "../../src/contract/live/open-entries.js";
import { ONE_READ } from "../../src/contract/session/settling.js";
import { collect, foreignWrites, liveRun, ROOT, START, TENANT, tenant, token } from "./live-mock.js";

describe("a live run", () => {
  it("finds nothing wrong with a sound service, leaves nothing and touches nothing of others", async () => {
    const there = await tenant();
    const before = there.state();
    const results = await collect(liveRun(there));
    expect(results.filter(({ status }) => status === "fail")).toEqual([]);
    const passed = new Set(results.filter(({ status }) => status === "pass").map(({ rule }) => rule));
    for (const rule of ["C1", "C3", "C6", "C9", "C12", "S1", "S7", "S11", "S15", "T1", "T2", "T8"]) {
      expect(passed, rule).toContain(rule);
    }
    expect(there.state()).toBe(before);
    expect(foreignWrites(there)).toEqual([]);
    expect(there.sent.length).toBeLessThan(1_500);
    expect(openEntries(there.journal)).toEqual([]);
    expect(there.journal.length).toBeGreaterThan(50);
    for (const { displayName } of there.journal) expect(displayName).toMatch(/^zz-graph-contract-20260601t010000z-/);
  });

  it("sends one request after the other", async () => {
    const there = await tenant();
    let inFlight = 0;
    let most = 0;
    const fetch = async (request: Request): Promise<Response> => {
      most = Math.max(most, ++inFlight);
      await Promise.resolve();
      const response = await there.fetch(request);
      inFlight -= 1;
      return response;
    };
    await collect(liveRun(there, { fetch, scenarios: ["batches", "drawn-mintings"], budget: { draws: 9 } }));
    expect(most).toBe(1);
    // Of nine draws three: each makes an application.
    const made = there.journal.filter(({ kind, state }) => kind === "application" && state === "created");
    expect(made).toHaveLength(4);
  });

  it("skips what a tenant without API connectors has nothing for, and judges the rest", async () => {
    const there = await tenant();
    const fetch = (request: Request): Promise<Response> =>
      /apiConnectors/i.test(request.url)
        ? Promise.resolve(Response.json({ error: { code: "AccessDenied", message: "no" } }, { status: 403 }))
        : there.fetch(request);
    const results = await collect(liveRun(there, { fetch }));
    expect(results.filter(({ status }) => status === "fail")).toEqual([]);
    const skipped = results.filter(({ rule }) => rule === "scenarios");
    expect(skipped.map(({ scenario }) => scenario)).toEqual([
      "envelope",
      "connector-lifecycle",
      "upload-refusals",
      "spellings",
      "batches",
      "drawn-uploads",
      "drawn-connectors",
    ]);
    for (const { reason, status } of skipped)
      expect([status, reason]).toEqual(["skip", expect.stringContaining("403")]);
    expect(results.find(({ rule }) => rule === "C4")).toMatchObject({ status: "skip", reason: skipped[0]?.reason });
    expect(results.some(({ rule, status }) => rule === "S7" && status === "pass")).toBe(true);
  });

  it("skips what a national cloud does not have", async () => {
    const there = await tenant({ cloud: "us-gov-l4" });
    const results = await collect(
      liveRun(there, {
        baseUrl: "https://graph.microsoft.us/v1.0",
        auth: token({ aud: "https://graph.microsoft.us" }),
      }),
    );
    expect(results.filter(({ status }) => status === "fail")).toEqual([]);
    const skipped = results.filter(({ rule }) => rule === "scenarios");
    expect(skipped.map(({ scenario }) => scenario)).toContain("token-signing");
    expect(skipped.map(({ scenario }) => scenario)).not.toContain("addresses");
    expect(skipped[0]?.reason).toMatch(/GCC High.* has no uploadClientCertificate$/);
  });

  it("tells what could not be deleted, and how to delete it", async () => {
    const there = await tenant();
    const fetch = (request: Request): Promise<Response> =>
      request.method === "DELETE" && /\/applications\//.test(request.url)
        ? Promise.resolve(Response.json({ error: { code: "Denied", message: "no" } }, { status: 403 }))
        : there.fetch(request);
    const results = await collect(liveRun(there, { fetch, scenarios: ["addresses"] }));
    const result = results.find(({ rule }) => rule === "clean-up");
    expect(result).toMatchObject({ status: "fail", scenario: "", reason: expect.stringContaining("sweep") });
    expect(result?.actual).toHaveLength(2);
    expect(openEntries(there.journal).map(({ kind }) => kind)).toEqual(["application", "application"]);
  });

  it("tells what it could not delete for good, once and as no failure", async () => {
    const there = await tenant();
    const fetch = (request: Request): Promise<Response> =>
      request.method === "DELETE" && /\/deletedItems\//.test(request.url)
        ? Promise.resolve(Response.json({ error: { code: "Denied", message: "no" } }, { status: 403 }))
        : there.fetch(request);
    const results = await collect(liveRun(there, { fetch, scenarios: ["addresses", "connector-lifecycle"] }));
    const told = results.filter(({ rule }) => rule === "clean-up");
    expect(told).toMatchObject([{ status: "observation", reason: expect.stringContaining("30 days") }]);
    const kept = told[0]?.actual as readonly { kind: string; id: string; reason: string }[];
    expect(kept.map(({ kind }) => kind).sort()).toEqual([
      "application",
      "application",
      "servicePrincipal",
      "servicePrincipal",
    ]);
    for (const { reason } of kept) expect(reason).toContain("403");
    const { deletedApplications, deletedServicePrincipals } = there.mock.snapshot();
    const ids = [...deletedApplications, ...deletedServicePrincipals].map(({ id }) => id);
    expect(kept.map(({ id }) => id).sort()).toEqual(ids.sort());
    // All is deleted as far as the journal goes.
    expect(openEntries(there.journal)).toEqual([]);
  });

  it("keeps to its budgets, and cleans up beyond them", async () => {
    const there = await tenant();
    const before = there.state();
    const setup = { tenantId: TENANT, allowWrites: true, maxObjects: 3 } as const;
    const results = await collect(liveRun(there, { live: setup, scenarios: ["addresses"] }));
    expect(results.find(({ rule }) => rule === "C4")?.reason).toBe("the budget was spent");
    expect(there.state()).toBe(before);
    await collect(liveRun(there, { budget: { requests: 7 } }));
    expect(there.state()).toBe(before);
    // Reads that settle take seconds on the clock of the run.
    const short = await collect(liveRun(there, { budget: { ms: 10_000 } }));
    expect(short.find(({ rule }) => rule === "S7")?.reason).toBe("the budget was spent");
    expect(there.state()).toBe(before);
  });

  it("ends where it is told to, with what it has found, and cleans up", async () => {
    const there = await tenant();
    const before = there.state();
    const end = new AbortController();
    const onExchange = (): void => {
      if (there.sent.length === 40) end.abort();
    };
    const results = await collect(liveRun(there, { signal: end.signal, onExchange }));
    expect(results.find(({ rule }) => rule === "S7")).toMatchObject({ status: "skip", reason: "interrupted" });
    expect(results.some(({ status }) => status === "pass")).toBe(true);
    expect(there.state()).toBe(before);
    expect(there.sent.slice(40).every(({ method }) => method === "DELETE")).toBe(true);
  });

  it("cleans up where nobody asks for another result", async () => {
    const there = await tenant();
    const before = there.state();
    const run = liveRun(there);
    await run.next();
    await run.return();
    expect(there.state()).toBe(before);
  });

  it("finds what was made although no answer came", async () => {
    const there = await tenant();
    const before = there.state();
    let lost = 0;
    const fetch = async (request: Request): Promise<Response> => {
      const response = await there.fetch(request);
      const isCreation =
        request.method === "POST" && /(?:apiConnectors|applications|servicePrincipals)$/.test(request.url);
      if (isCreation && ++lost % 2 === 0) throw new TypeError("the connection broke");
      return response;
    };
    const results = await collect(liveRun(there, { fetch, settling: ONE_READ }));
    expect(lost).toBeGreaterThan(10);
    expect(there.state()).toBe(before);
    expect(results.filter(({ rule }) => rule === "clean-up")).toEqual([]);
    expect(foreignWrites(there)).toEqual([]);
  });

  it.each([1, 2])("leaves nothing on a service that lags and throttles (seed %i)", async (seed) => {
    const perApp = { units: 8, windowMs: 10_000 };
    const there = await tenant({ consistency: { lagMs: 4_000, seed }, throttling: { cpim: { perApp } } });
    const before = there.state();
    const results = await collect(liveRun(there));
    expect(results.filter(({ status }) => status === "fail")).toEqual([]);
    expect(results.some(({ rule, status }) => rule === "T3" && status === "pass")).toBe(true);
    expect(there.state()).toBe(before);
    expect(foreignWrites(there)).toEqual([]);
  });

  it("waits as it is told while it cleans up", async () => {
    const there = await tenant();
    const before = there.state();
    const waits: number[] = [];
    let last = 0;
    const fetch = async (request: Request): Promise<Response> => {
      if (request.method === "DELETE" && last === 0) {
        last = there.clock.now();
        return new Response(null, { status: 429, headers: { "retry-after": "7" } });
      }
      if (request.method === "DELETE") waits.push(there.clock.now() - last);
      return await there.fetch(request);
    };
    await collect(liveRun(there, { fetch, scenarios: ["addresses"] }));
    expect(waits[0]).toBe(7_000);
    expect(there.state()).toBe(before);
  });

  it("says of a failure that was drawn how to make it smaller", async () => {
    const there = await tenant({ faults: ["missing-password"] });
    const results = await collect(liveRun(there, { scenarios: ["drawn-mintings"], budget: { draws: 3 }, seed: 3 }));
    const failure = results.find(({ rule, status }) => rule === "S7" && status === "fail");
    expect(failure?.counterexample).toMatchObject({ scenario: "drawn-mintings", seed: 3 });
    expect(failure?.counterexample?.path).not.toContain(":");
    expect(failure?.counterexample?.text).toContain("replayed on a mock");
  });

  it.each([
    ["no live", { live: undefined }, '"live"'],
    ["no leave to write", { live: { tenantId: TENANT, allowWrites: false as unknown as true } }, '"live.allowWrites"'],
    ["a tenant's name", { live: { tenantId: "contoso", allowWrites: true as const } }, '"live.tenantId"'],
    ["a short prefix", { live: { tenantId: TENANT, allowWrites: true as const, prefix: "a" } }, '"live.prefix"'],
    ["a run's name", { live: { tenantId: TENANT, allowWrites: true as const, run: "a b" } }, '"live.run"'],
    ["no objects", { live: { tenantId: TENANT, allowWrites: true as const, maxObjects: 0 } }, '"live.maxObjects"'],
    ["phases", { phases: ["none" as "races"] }, '"phases"'],
  ])("refuses %s, and has sent nothing", async (_, options, text) => {
    const there = await tenant();
    await expect(collect(liveRun(there, options))).rejects.toThrow(text);
    expect(there.sent).toEqual([]);
  });

  it.each([
    ["an opaque token", "EwBwA8l6BAAUopaque", "token"],
    ["another tenant", token({ tid: "5f2d3c1a-7b6e-4d8f-9a01-23456789abce" }), "tid"],
    ["another audience", token({ aud: "https://vault.azure.net" }), "aud"],
    ["a token that has expired", token({ exp: START / 1000 }), "exp"],
  ])("refuses %s, and has sent nothing", async (_, auth, at) => {
    const there = await tenant();
    await expect(collect(liveRun(there, { auth }))).rejects.toMatchObject({ code: "ERR_CONTRACT_TOKEN", at });
    expect(there.sent).toEqual([]);
  });

  it("looks at each new token, cleans up as far as it may, and sends nothing to another tenant", async () => {
    const there = await tenant();
    let asked = 0;
    const auth = (): string => (++asked > 9 ? token({ tid: "5f2d3c1a-7b6e-4d8f-9a01-23456789abce" }) : token());
    await expect(collect(liveRun(there, { auth }))).rejects.toMatchObject({ code: "ERR_CONTRACT_TOKEN" });
    expect(there.sent.length).toBeLessThan(12);
  });

  it("takes a tenant only at its word: what is given by name is read", async () => {
    const there = await tenant();
    const [connector = "", , , principal = ""] = there.foreign;
    const objects = { connectors: [connector], servicePrincipals: [principal] };
    await collect(liveRun(there, { objects, scenarios: ["named-objects"] }));
    expect(new Set(there.sent.map(({ method }) => method))).toEqual(new Set(["GET"]));
    expect(there.sent.map(({ url }) => url)).toContain(`${ROOT}/identity/apiConnectors/${connector}`);
  });
});
