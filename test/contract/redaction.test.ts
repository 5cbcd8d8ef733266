import { describe, expect, it } from "vitest";
import { readCassette } from "../../src/contract/cassette/read.js";
import { createRecorder } from "../../src/contract/cassette/write.js";
import type { Exchange } from "../../src/contract/exchange.js";
import type { Judged } from "../../src/contract/judgement.js";
import { judge } from "../../src/contract/judgement.js";
import { withFacts } from "../../src/contract/redaction/facts.js";
import { createRedactor } from "../../src/contract/redaction/redactor.js";
import { scanForSecrets } from "../../src/contract/redaction/scan.js";
import { RULES } from "../../src/contract/rules.js";
import type { ContractOptions } from "../../src/contract/run-options.js";
import { SCENARIOS } from "../../src/contract/scenarios.js";
import type { FaultName } from "../../src/mock/fault-set.js";
import type { MockGraphOptions } from "../../src/mock/options.js";
import { testProvider } from "../setup/provider.js";
import { runOnMock } from "./mock-under-test.js";

const SCRIPTED = SCENARIOS.map(({ id }) => id);

/** All traffic of scenarios, in the order in which it was recorded. */
async function record(
  mock: MockGraphOptions,
  scenarios: readonly string[],
  options: Partial<ContractOptions> = {},
): Promise<readonly (readonly Exchange[])[]> {
  const recordings: Exchange[][] = [];
  for (const scenario of scenarios) {
    const exchanges: Exchange[] = [];
    const onExchange = (exchange: Exchange): void => {
      exchanges.push(exchange);
    };
    await runOnMock(mock, { ...options, scenarios: [scenario], rules: [], onExchange });
    recordings.push(exchanges);
  }
  return recordings;
}

/** Verdicts rule by rule, without what they are about. */
function verdicts(judged: readonly Judged[]): readonly string[] {
  return judged.map(({ rule, result }) => `${rule.id} ${result.status} ${result.operation} ${result.pointer}`).sort();
}

async function redacted(exchanges: readonly Exchange[], names: boolean): Promise<readonly Exchange[]> {
  const redactor = createRedactor({ names });
  const told: Exchange[] = [];
  for (const exchange of exchanges) told.push(redactor.exchange(await withFacts(exchange, testProvider)));
  return told;
}

/** Members of bodies that are secret. */
function secretsOf(exchanges: readonly Exchange[]): readonly string[] {
  const found: string[] = [];
  JSON.stringify(
    exchanges.map(({ request, response }) => [request.json, response.json]),
    (name, value) => {
      if (/^(?:password|secretText|pkcs12Value)$/.test(name) && typeof value === "string" && !/^\**$/.test(value))
        found.push(value);
      return value;
    },
  );
  return found;
}

/** Defects whose rules need what redaction changes: files, keys, secrets, ids, addresses and names. */
const FAULTS: readonly (readonly [FaultName, string])[] = [
  ["echo-password-in-error", "E9"],
  ["returns-pkcs12", "C2"],
  ["secret-in-get", "S9"],
  ["sign-key-leak", "S8"],
  ["thumb-of-CA", "C4"],
  ["ms-dates", "C5"],
  ["partial-commit", "C7"],
  ["accepts-anything", "C7"],
  ["picks-first-bag", "C8"],
  ["key-pem", "S1"],
  ["subject-other", "S4"],
  ["keyid-of-verify", "S6"],
  ["wrong-pair-removed", "S11"],
  ["appid-ignored", "S15"],
  ["client-request-id-lost", "E2"],
  ["context-relative", "E5"],
  ["page-loses-one", "E10"],
  ["lost-update", "C1"],
  ["batch-differs", "T8"],
];

describe("judging redacted traffic", () => {
  it.each(SCRIPTED.flatMap((id) => [false, true].map((names) => [id, names] as const)))(
    "gives the verdicts of %s as they are without redaction, names replaced: %s",
    async (id, names) => {
      const [exchanges = []] = await record({}, [id]);
      const raw = verdicts(await judge(exchanges, RULES, testProvider));
      const shown = verdicts(await judge(await redacted(exchanges, names), RULES, testProvider));
      // One looks at objects that it is given, and is given none here.
      expect(raw.length > 0).toBe(id !== "named-objects");
      expect(shown).toEqual(raw);
    },
  );

  it.each(FAULTS)("finds %s all the same, by %s", async (fault, id) => {
    const failures = new Set<string>();
    for (const exchanges of await record({ faults: [fault] }, SCRIPTED)) {
      const raw = verdicts(await judge(exchanges, RULES, testProvider));
      const shown = await judge(await redacted(exchanges, true), RULES, testProvider);
      expect(verdicts(shown)).toEqual(raw);
      for (const { rule, result } of shown) if (result.status === "fail") failures.add(rule.id);
    }
    expect([...failures]).toContain(id);
  });

  it("has no verdict on an upload of which nothing was told before it went", async () => {
    const [exchanges = []] = await record({}, ["pfx-dresses"]);
    const redactor = createRedactor();
    const judged = await judge(exchanges.map(redactor.exchange), RULES, testProvider);
    expect(judged.filter(({ result }) => result.status === "fail")).toEqual([]);
    const dresses = judged.filter(({ rule }) => rule.id === "C8");
    expect(new Set(dresses.map(({ result }) => result.status))).toEqual(new Set(["observation"]));
  });
});

describe("what is written", () => {
  it("holds no secret: results of a leaking mock, and a cassette of it", async () => {
    const faults: FaultName[] = ["echo-password-in-error", "returns-pkcs12", "secret-in-get", "sign-key-leak"];
    const recordings = await record({ faults }, SCRIPTED);
    const results = await runOnMock({ faults }, { scenarios: SCRIPTED, auth: "an-opaque-token-of-this-run" });
    const known = [...recordings.flatMap(secretsOf), "an-opaque-token-of-this-run"];
    expect(new Set(known).size).toBeGreaterThan(20);
    expect(results.some(({ status }) => status === "fail")).toBe(true);
    expect(scanForSecrets(JSON.stringify(results), known)).toEqual([]);
    const recorder = createRecorder({
      recordedAt: new Date(0),
      baseUrl: "https://graph.microsoft.com/v1.0",
      mode: "mock",
      provider: testProvider,
    });
    const lines = [recorder.head];
    for (const exchange of recordings.flat()) lines.push(await recorder.line(exchange));
    expect(scanForSecrets(JSON.stringify(recordings), known).length).toBeGreaterThan(100);
    expect(scanForSecrets(lines.join("\n"), known)).toEqual([]);
  });

  it("is what was seen where redaction is off", async () => {
    const options = { scenarios: ["pfx-dresses"], rules: ["C8"] };
    const pfx = (results: Awaited<ReturnType<typeof runOnMock>>): readonly unknown[] =>
      results.flatMap(({ exchanges }) => exchanges.map(({ request }) => request.text));
    const raw = pfx(await runOnMock({}, { ...options, redaction: "off" }));
    expect(scanForSecrets(raw.join(" ")).length).toBeGreaterThan(0);
    expect(scanForSecrets(pfx(await runOnMock({}, options)).join(" "))).toEqual([]);
  });

  it("is judged from a cassette as it was recorded", async () => {
    const [exchanges = []] = await record({ faults: ["thumb-lower"] }, ["connector-lifecycle"]);
    const recorder = createRecorder({
      recordedAt: new Date(0),
      baseUrl: "https://graph.microsoft.com/v1.0",
      mode: "mock",
      provider: testProvider,
    });
    const lines = async function* (): AsyncGenerator<string> {
      yield recorder.head;
      for (const exchange of exchanges) yield await recorder.line(exchange);
    };
    const read: Exchange[] = [];
    for await (const exchange of readCassette(lines())) read.push(exchange);
    const [raw, shown] = await Promise.all([exchanges, read].map((it) => judge(it, RULES, testProvider)));
    expect(verdicts(shown ?? [])).toEqual(verdicts(raw ?? []));
    expect(
      shown
        ?.filter(({ rule, result }) => rule.id === "C4" && result.status === "fail")
        .at(0)
        ?.result.exchanges.at(-1)?.origin,
    ).toMatch(/^line \d+$/);
  });
});
