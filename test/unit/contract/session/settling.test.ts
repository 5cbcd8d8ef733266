import { describe, expect, it } from "vitest";
import type { Exchange } from "../../../../src/contract/exchange.js";
import { settling as rule } from "../../../../src/contract/rules/t1-settling.js";
import { BudgetError, InterruptedError } from "../../../../src/contract/session/run-end.js";
import type { Session } from "../../../../src/contract/session/session.js";
import { createSession } from "../../../../src/contract/session/session.js";
import type { Settling } from "../../../../src/contract/session/settling.js";
import { createReader, ONE_READ } from "../../../../src/contract/session/settling.js";
import { testProvider } from "../../../setup/provider.js";

const NOW = Date.parse("2026-06-01T12:00:00Z");
const ID = "11111111-1111-4111-8111-111111111111";
const PATH = `/identity/apiConnectors/${ID}`;
const THREE: Settling = { reads: 3, everyMs: 100, deadlineMs: 5_000 };

const shown = (displayName: string): Response => Response.json({ id: ID, displayName });
const nothing = (): Response => Response.json({ error: { code: "NotFound" } }, { status: 404 });

interface Made {
  readonly session: Session;
  readonly times: readonly number[];
  readonly exchanges: readonly Exchange[];
  readonly now: () => number;
}

/** A session whose answers are given, the last one for good; time passes only where it waits. */
function made(answers: readonly (() => Response)[], options: { signal?: AbortSignal; endsAt?: number } = {}): Made {
  let now = NOW;
  const times: number[] = [];
  const clock = {
    now: () => now,
    advance: (ms: number): void => {
      now += ms;
    },
  };
  const fetch = (): Promise<Response> => {
    const answer = answers[Math.min(times.push(now), answers.length) - 1];
    return answer === undefined ? Promise.reject(new TypeError("lost")) : Promise.resolve(answer());
  };
  const { signal, endsAt } = options;
  const session = createSession({
    fetch,
    baseUrl: "https://graph.microsoft.com/v1.0",
    auth: () => "t",
    clock,
    budget: { requests: 99, endsAt },
    signal,
  });
  return { session, times, exchanges: session.exchanges, now: () => now };
}

async function create({ session }: Made, displayName = "a"): Promise<void> {
  await session.send("create", { method: "POST", path: "/identity/apiConnectors", body: { displayName } });
}

const created = (): Response => Response.json({ id: ID, displayName: "a" }, { status: 201 });
const done = (): Response => new Response(null, { status: 204 });

describe("createReader", () => {
  it("waits for as many good reads in a row as it wants, and marks the last one", async () => {
    const there = made([created, nothing, () => shown("a"), nothing, () => shown("a")]);
    await create(there);
    const read = createReader(there.session, THREE, testProvider);
    await read("read", { path: PATH });
    const reads = there.exchanges.slice(1);
    expect(reads.map(({ response, isSettled }) => [response.status, isSettled])).toEqual([
      [404, false],
      [200, false],
      [404, false],
      [200, false],
      [200, false],
      [200, true],
    ]);
    expect(new Set(reads.map(({ relation }) => relation?.kind))).toEqual(new Set(["poll"]));
    expect(rule.check(there.exchanges, undefined as never).map(({ status, actual }) => [status, actual])).toEqual([
      ["observation", (reads[3]?.sentAt ?? 0) - NOW],
      ["pass", 3],
    ]);
  });

  it("does not take old reads for settled, however many are alike", async () => {
    const old = Array.from({ length: 9 }, () => () => shown("a"));
    const there = made([created, done, ...old, () => shown("b")]);
    await create(there);
    await there.session.send("rename", { method: "PATCH", path: PATH, body: { displayName: "b" } });
    const last = await createReader(there.session, THREE, testProvider)("read", { path: PATH });
    expect(last.response.json).toMatchObject({ displayName: "b" });
    expect(there.exchanges.filter(({ isSettled, request }) => request.method === "GET" && isSettled)).toEqual([last]);
  });

  it("gives up in the end, says so by T1 where reads differ, and waits no second time", async () => {
    let count = 0;
    const there = made([created, () => (++count % 2 === 0 ? nothing() : shown("x"))]);
    await create(there);
    const read = createReader(there.session, THREE, testProvider);
    const last = await read("read", { path: PATH });
    expect(last.isSettled).toBe(true);
    expect(there.now() - NOW).toBeGreaterThanOrEqual(THREE.deadlineMs);
    expect(rule.check(there.exchanges, undefined as never).at(-1)).toMatchObject({ status: "fail", actual: 1 });
    const gaveUpAt = there.now();
    await read("read", { path: PATH });
    expect(there.now()).toBe(gaveUpAt);
  });

  it("reads once what nothing was written to, and what it has found settled", async () => {
    const there = made([created, () => shown("a")]);
    const read = createReader(there.session, THREE, testProvider);
    await read("read", { path: "/identity/apiConnectors/22222222-2222-4222-8222-222222222222" });
    await create(there);
    expect(there.exchanges).toHaveLength(2);
    const fresh = made([created, () => shown("a")]);
    await create(fresh);
    const again = createReader(fresh.session, THREE, testProvider);
    await again("read", { path: PATH });
    expect(fresh.exchanges).toHaveLength(4);
    const lone = await again("read", { path: `${PATH}/` });
    expect([fresh.exchanges.length, lone.isSettled, lone.relation]).toEqual([5, true, undefined]);
  });

  it("notes where reads go back that had settled, and waits again", async () => {
    const there = made([created, ...Array.from({ length: 3 }, () => () => shown("a")), nothing, () => shown("a")]);
    await create(there);
    const read = createReader(there.session, THREE, testProvider);
    await read("read", { path: PATH });
    const last = await read("read", { path: PATH });
    expect([last.response.status, last.isSettled, there.exchanges.length]).toEqual([200, true, 8]);
    const results = rule.check(there.exchanges, undefined as never);
    expect(results.filter(({ status }) => status === "fail")).toEqual([]);
    expect(results.map(({ expected }) => expected)).toContain("do reads that had settled go back?");
  });

  it("leaves what else the request belongs to to the last read", async () => {
    const there = made([created, nothing, () => shown("a")]);
    await create(there);
    const relation = { kind: "spelling", group: "g", variant: "v" } as const;
    await createReader(there.session, THREE, testProvider)("read", { path: PATH, relation });
    expect(there.exchanges.map((it) => it.relation)).toEqual([undefined, undefined, undefined, undefined, relation]);
  });

  it("reads once and asks nothing of the answer where one read is enough", async () => {
    const there = made([created, nothing]);
    await create(there);
    const read = await createReader(there.session, ONE_READ, testProvider)("read", { path: PATH });
    expect([read.isSettled, read.relation, there.exchanges.length]).toEqual([true, undefined, 2]);
  });
});

describe("a session's end", () => {
  it("comes with the signal, before the next request and within a pause", async () => {
    const end = new AbortController();
    const there = made([nothing], { signal: end.signal });
    await there.session.send("first", { method: "GET", path: "/a" });
    end.abort();
    await expect(there.session.send("second", { method: "GET", path: "/a" })).rejects.toBeInstanceOf(InterruptedError);
    await there.session.pause(1_000);
    expect([there.times.length, there.now()]).toEqual([1, NOW]);
  });

  it("comes with its time", async () => {
    const there = made([nothing], { endsAt: NOW + 10 });
    await there.session.send("first", { method: "GET", path: "/a" });
    await there.session.pause(11);
    await expect(there.session.send("second", { method: "GET", path: "/a" })).rejects.toBeInstanceOf(BudgetError);
  });
});
