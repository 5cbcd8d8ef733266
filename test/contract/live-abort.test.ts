import { describe, expect, it } from "vitest";
import type { SweepResult } from "../../src/contract/live/sweep.js";
import { sweepLeftovers } from "../../src/contract/live/sweep.js";
import { ONE_READ } from "../../src/contract/session/settling.js";
import type { Tenant } from "./live-mock.js";
import { collect, foreignWrites, liveRun, ROOT, tenant, token } from "./live-mock.js";

/** Makes, changes and deletes one of everything. */
const SMALL = { settling: ONE_READ, scenarios: ["envelope", "connector-lifecycle"], rules: ["E1"] };

async function sweep(
  { mock, clock, sent, journal }: Tenant,
  options: Partial<Parameters<typeof sweepLeftovers>[0]> = {},
): Promise<readonly SweepResult[]> {
  const results: SweepResult[] = [];
  const fetch = (request: Request): Promise<Response> => {
    sent.push({ method: request.method, url: request.url, text: "" });
    return mock.fetch(request);
  };
  const prefix = "zz-graph-contract";
  const run = sweepLeftovers({
    fetch,
    baseUrl: ROOT,
    auth: token(),
    journal,
    prefix,
    olderThanMs: 0,
    clock,
    dryRun: false,
    ...options,
  });
  for await (const result of run) results.push(result);
  return results;
}

/** Runs until the kth request, which is carried out or not and never answered, and lets everything fall. */
async function killAt(there: Tenant, k: number, isCarriedOut: boolean): Promise<boolean> {
  let count = 0;
  let wasReached = false;
  const ended = new Promise<void>((resolve) => {
    const fetch = async (request: Request): Promise<Response> => {
      if (++count < k) return await there.fetch(request);
      wasReached = true;
      if (isCarriedOut) await there.fetch(request);
      resolve();
      return await new Promise<Response>(() => {});
    };
    void collect(liveRun(there, { ...SMALL, fetch })).then(() => resolve());
  });
  await ended;
  return wasReached;
}

describe("a live run that is ended at its kth request, for all k", () => {
  it("cleans up where it is interrupted", async () => {
    let k = 0;
    for (let isReached = true; isReached; ) {
      k += 1;
      const there = await tenant();
      const before = there.state();
      const end = new AbortController();
      let count = 0;
      const fetch = async (request: Request): Promise<Response> => {
        count += 1;
        if (count === k) end.abort();
        return await there.fetch(request);
      };
      await collect(liveRun(there, { ...SMALL, fetch, signal: end.signal }));
      isReached = end.signal.aborted;
      expect(there.state(), `interrupted at request ${k}`).toBe(before);
      expect(foreignWrites(there)).toEqual([]);
    }
    expect(k).toBeGreaterThan(45);
  });

  it.each([true, false])(
    "leaves what the sweep deletes by the journal where it is killed (carried out: %s)",
    async (isDone) => {
      let k = 0;
      for (let isReached = true; isReached; ) {
        k += 1;
        const there = await tenant();
        const before = there.state();
        isReached = await killAt(there, k, isDone);
        const results = await sweep(there);
        expect(there.state(), `killed at request ${k}`).toBe(before);
        expect(foreignWrites(there)).toEqual([]);
        expect(results.filter(({ outcome }) => outcome !== "deleted" && outcome !== "gone")).toEqual([]);
      }
      expect(k).toBeGreaterThan(45);
    },
  );
});

describe("sweepLeftovers", () => {
  it("finds by prefix and age what there is no journal of, and deletes nothing in a dry run", async () => {
    const there = await tenant();
    const before = there.state();
    await killAt(there, 18, true);
    const young = await sweep(there, { journal: undefined, olderThanMs: 3_600_000 });
    expect(young.map(({ outcome, reason }) => [outcome, reason])).toEqual(young.map(() => ["left", "it is too young"]));
    expect(young.length).toBeGreaterThan(2);
    await there.clock.advance?.(3_600_001);
    const left = there.state();
    const dry = await sweep(there, { journal: undefined, olderThanMs: 3_600_000, dryRun: true });
    expect(new Set(dry.map(({ outcome }) => outcome))).toEqual(new Set(["would delete"]));
    expect(dry.map(({ id }) => id)).toEqual(young.map(({ id }) => id));
    expect(there.state()).toBe(left);
    await sweep(there, { journal: undefined, olderThanMs: 3_600_000 });
    expect(JSON.parse(there.state())).toMatchObject({ ...JSON.parse(before), advancedMs: expect.any(Number) });
    expect(foreignWrites(there)).toEqual([]);
  });

  it("leaves what has another name, whatever the journal says", async () => {
    const there = await tenant();
    const before = there.state();
    const [connector = "", application = "", , principal = ""] = there.foreign;
    const entry = { state: "created", run: "r", at: "2026-06-01T00:00:00Z" } as const;
    const displayName = "zz-graph-contract-20260601t000000z-x";
    const journal = [
      { ...entry, kind: "connector", displayName, id: connector },
      { ...entry, kind: "application", displayName, id: application },
      { ...entry, kind: "servicePrincipal", displayName, id: principal },
      { ...entry, kind: "connector", displayName, id: `x/../${connector}` },
      { ...entry, kind: "connector", displayName: "zz-graph-contractor", id: connector },
      { ...entry, kind: "application", state: "intended", displayName: "zz-graph-contractor" },
      { ...entry, kind: "application", displayName, id: "00000000-0000-0000-0000-000000000000" },
    ] as const;
    const results = await sweep(there, { journal });
    expect(results.map(({ outcome }) => outcome).sort()).toEqual([
      "gone",
      "left",
      "left",
      "left",
      "left",
      "left",
      "left",
    ]);
    expect(there.state()).toBe(before);
    expect(there.sent.every(({ method }) => method === "GET")).toBe(true);
  });

  it("leaves what was found by prefix and does not say how old it is", async () => {
    const there = await tenant();
    const send = (path: string, displayName: string): Promise<Response> =>
      there.mock.fetch(
        new Request(`${ROOT}${path}`, {
          method: "POST",
          headers: { authorization: "Bearer other", "content-type": "application/json" },
          body: JSON.stringify({ displayName, targetUrl: "https://a.example/" }),
        }),
      );
    await send("/identity/apiConnectors", "zz-graph-contract-mine");
    await send("/applications", "zz-graph-contract-mine");
    await there.clock.advance?.(1);
    const results = await sweep(there, { journal: undefined });
    expect(results.map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ["connector", "left"],
      ["application", "deleted"],
    ]);
  });

  it("tells where a list could not be read, and goes on", async () => {
    const there = await tenant();
    const fetch = (request: Request): Promise<Response> =>
      /servicePrincipals/.test(request.url)
        ? Promise.resolve(new Response(null, { status: 403 }))
        : there.fetch(request);
    const results = await sweep(there, { journal: undefined, fetch });
    expect(results).toMatchObject([
      { kind: "servicePrincipal", outcome: "failed", reason: expect.stringContaining("403") },
    ]);
  });

  it.each([
    ["prefix", { prefix: "" }],
    ["prefix", { prefix: "zz" }],
    ["olderThanMs", { olderThanMs: -1 }],
    ["olderThanMs", { olderThanMs: Number.NaN }],
  ])("refuses a %s", async (name, options) => {
    const there = await tenant();
    await expect(sweep(there, options)).rejects.toThrow(`"${name}"`);
    expect(there.sent).toEqual([]);
  });
});
