import { describe, expect, it } from "vitest";
import type { Exchange } from "../../src/contract/exchange.js";
import type { ContractResult } from "../../src/contract/result.js";
import { SCENARIOS } from "../../src/contract/scenarios.js";
import { ONE_READ, PATIENT } from "../../src/contract/session/settling.js";
import { failedRules, runOnMock } from "./mock-under-test.js";

/** Reads catch up within the four seconds that five reads take: nothing depends on which replica is met. */
const SHORT = { replicas: 3, lagMs: 4_000 };
/** Longer than five reads take: some replica may still be behind when five others were met. */
const LONG = { replicas: 3, lagMs: 60_000 };

const scenarios = SCENARIOS.map(({ id }) => id);

function notes(results: readonly ContractResult[], question: string): readonly unknown[] {
  return results
    .filter(({ rule, expected }) => rule === "T1" && String(expected).includes(question))
    .map(({ actual }) => actual);
}

describe("reads after writes", () => {
  it.each([1, 2, 3])("are clean on a service whose replicas lag, where the run is patient (seed %i)", async (seed) => {
    const results = await runOnMock({ consistency: { ...SHORT, seed } }, { settling: PATIENT, scenarios });
    expect(failedRules(results)).toEqual([]);
    expect(results.some(({ rule, status }) => rule === "T1" && status === "pass")).toBe(true);
    const lags = notes(results, "how many milliseconds").map(Number);
    expect(Math.max(...lags)).toBeGreaterThan(1_000);
    expect(Math.max(...lags)).toBeLessThanOrEqual(15_000);
  });

  it("are wrong there where the run looks once", async () => {
    const results = await runOnMock({ consistency: LONG }, { settling: ONE_READ, scenarios });
    expect(failedRules(results)).toEqual(expect.arrayContaining(["C1", "T2"]));
  });

  it("are of the present, although five in a row may all be old", async () => {
    const exchanges: Exchange[] = [];
    const results = await runOnMock(
      { consistency: LONG },
      {
        settling: PATIENT,
        scenarios,
        onExchange: (exchange) => void exchanges.push(exchange),
      },
    );
    expect(failedRules(results)).toEqual([]);
    const polls = exchanges.filter(({ relation }) => relation?.kind === "poll");
    expect(polls.filter(({ isSettled }) => !isSettled).length).toBeGreaterThan(
      polls.filter((it) => it.isSettled).length,
    );
    expect(notes(results, "how many milliseconds").some((ms) => Number(ms) > 10_000)).toBe(true);
  });

  it("end with the patience of the run where they never settle, and are judged as they are", async () => {
    const exchanges: Exchange[] = [];
    const results = await runOnMock(
      { faults: ["lost-update"] },
      {
        settling: { reads: 3, everyMs: 1_000, deadlineMs: 20_000 },
        scenarios: ["connector-lifecycle"],
        onExchange: (exchange) => void exchanges.push(exchange),
      },
    );
    expect(failedRules(results)).toContain("C1");
    const settled = exchanges.filter(({ relation, isSettled }) => relation?.kind === "poll" && isSettled);
    const groups = settled.map(({ relation }) => exchanges.filter((it) => it.relation?.group === relation?.group));
    const waits = groups.map((reads) => (reads.at(-1)?.sentAt ?? 0) - (reads[0]?.sentAt ?? 0));
    expect(Math.max(...waits)).toBeGreaterThanOrEqual(20_000);
    // Waited for once: what the object never shows is not waited for again.
    expect(waits.filter((ms) => ms >= 20_000)).toHaveLength(1);
  });

  it.each(["replaces-list", "second-wins", "zombie", "missing-password"] as const)(
    "do not hide %s from its rules",
    async (fault) => {
      const patient = failedRules(await runOnMock({ faults: [fault] }, { settling: PATIENT, scenarios }));
      const once = failedRules(await runOnMock({ faults: [fault] }, { scenarios }));
      expect(patient).toEqual(expect.arrayContaining([...once]));
    },
  );

  it("are found going back by T1", async () => {
    const results = await runOnMock({ faults: ["flapping-replica"] }, { settling: PATIENT, scenarios });
    expect(failedRules(results)).toContain("T1");
  });

  it("cost one request each where one is enough", async () => {
    const count = async (settling: typeof PATIENT | undefined): Promise<number> => {
      let sent = 0;
      await runOnMock({}, { scenarios: ["connector-lifecycle"], settling }, (fetch) => (request) => {
        sent += 1;
        return fetch(request);
      });
      return sent;
    };
    expect(await count(undefined)).toBe(await count(ONE_READ));
    expect(await count(PATIENT)).toBeGreaterThan(2 * (await count(ONE_READ)));
  });

  it("wait on a clock that takes its time", async () => {
    let now = Date.parse("2026-06-01T00:00:00Z");
    const advance = async (ms: number): Promise<void> => {
      await Promise.resolve();
      now += ms;
    };
    const clock = { now: () => now, advance };
    const mock = { consistency: SHORT, clock: { now: () => new Date(now) } };
    const results = await runOnMock(mock, {
      clock,
      settling: PATIENT,
      scenarios: ["settling-reads", "active-certificate"],
    });
    expect(failedRules(results)).toEqual([]);
    expect(now).toBeGreaterThan(Date.parse("2026-06-12T00:00:00Z"));
  });
});
