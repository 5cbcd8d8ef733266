import { describe, expect, it } from "vitest";
import { guardWrites } from "../../../../src/contract/live/guard.js";
import { ForeignWriteError, JournalError } from "../../../../src/contract/live/guard-error.js";
import { createLedger } from "../../../../src/contract/live/ledger.js";
import { BudgetError } from "../../../../src/contract/session/run-end.js";
import { createSession } from "../../../../src/contract/session/session.js";
import { FOREIGN, ledger, NOW, PREFIX, ROOT } from "./setup.js";

const ID = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa";

function post(path = "/identity/apiConnectors"): Request {
  const body = JSON.stringify({ displayName: `${PREFIX}a` });
  return new Request(`${ROOT}${path}`, { method: "POST", headers: { "content-type": "application/json" }, body });
}

describe("guardWrites", () => {
  it("writes down what is made before it is and after, and what is deleted", async () => {
    const book = ledger();
    const states: string[][] = [];
    const fetch = guardWrites(
      (request) => {
        states.push(book.journal.map(({ state }) => state));
        const json = request.method === "POST" ? Response.json({ id: ID }, { status: 201 }) : new Response(null);
        return Promise.resolve(json);
      },
      ROOT,
      book,
    );
    const answer = await fetch(post());
    // The answer can still be read.
    expect(await answer.json()).toEqual({ id: ID });
    await fetch(new Request(`${ROOT}/identity/apiConnectors/${ID}`, { method: "DELETE" }));
    expect(states).toEqual([["intended"], ["intended", "created"]]);
    const at = "2026-06-01T00:00:00.000Z";
    const entry = { kind: "connector", run: "20260601t000000z", displayName: `${PREFIX}a`, at };
    expect(book.journal).toEqual([
      { ...entry, state: "intended" },
      { ...entry, state: "created", id: ID },
      { ...entry, state: "deleted", id: ID },
    ]);
    expect(book.remaining()).toEqual([]);
    // It stays the run's own: what is gone may be asked for again.
    expect(book.owns("connector", ID.toUpperCase())).toBe(true);
  });

  it.each([
    ["refused", () => Promise.resolve(new Response(null, { status: 400 })), false, ["intended", "deleted"]],
    ["throttled", () => Promise.resolve(new Response(null, { status: 429 })), false, ["intended", "deleted"]],
    ["answered with a failure", () => Promise.resolve(new Response(null, { status: 503 })), true, ["intended"]],
    ["answered without an id", () => Promise.resolve(Response.json({}, { status: 201 })), true, ["intended"]],
    ["not answered", () => Promise.reject(new TypeError("broken")), true, ["intended"]],
  ])("knows what it does not know of a creation that was %s", async (_, answer, isUncertain, states) => {
    const book = ledger();
    await guardWrites(answer, ROOT, book)(post()).catch(() => undefined);
    expect(book.isUncertain()).toBe(isUncertain);
    expect(book.journal.map(({ state }) => state)).toEqual(states);
  });

  it("sends nothing where the journal cannot be written", async () => {
    const write = (): Promise<void> => Promise.reject(new Error("the disk is full"));
    const setup = { tenantId: "", run: "r", namePrefix: PREFIX, journal: { write }, maxObjects: 1 };
    let sent = 0;
    const fetch = guardWrites(
      () => Promise.resolve(Response.json({}, { status: 201 + sent++ })),
      ROOT,
      createLedger(setup, { now: () => NOW }),
    );
    await expect(fetch(post())).rejects.toBeInstanceOf(JournalError);
    expect(sent).toBe(0);
  });

  it("makes no more than it may have at once, what may be there counted", async () => {
    const book = ledger(2);
    let count = 0;
    const fetch = guardWrites(
      () => (++count === 1 ? Promise.reject(new TypeError("lost")) : Promise.resolve(Response.json({ id: ID }))),
      ROOT,
      book,
    );
    await fetch(post()).catch(() => undefined);
    await fetch(post());
    await expect(fetch(post())).rejects.toBeInstanceOf(BudgetError);
    await fetch(new Request(`${ROOT}/identity/apiConnectors/${ID}`, { method: "DELETE" }));
    await expect(fetch(post())).resolves.toBeInstanceOf(Response);
  });

  it("is not taken for an answer that was lost", async () => {
    const fetch = guardWrites(() => Promise.resolve(new Response(null)), ROOT, ledger());
    const budget = { requests: 9 };
    const session = createSession({ fetch, baseUrl: ROOT, auth: () => "t", clock: { now: () => NOW }, budget });
    const sending = { method: "DELETE", path: `/applications/${FOREIGN}` };
    await expect(session.send("delete", sending)).rejects.toBeInstanceOf(ForeignWriteError);
    expect(session.exchanges).toEqual([]);
  });
});
