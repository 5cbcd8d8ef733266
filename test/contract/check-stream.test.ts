import { describe, expect, it } from "vitest";
import type { Exchange } from "../../src/contract/exchange.js";
import type { Judged } from "../../src/contract/judgement.js";
import { judge } from "../../src/contract/judgement.js";
import { RULES } from "../../src/contract/rules.js";
import { SCENARIOS } from "../../src/contract/scenarios.js";
import { judgeStream } from "../../src/contract/traffic/judge-stream.js";
import type { WindowLimits } from "../../src/contract/traffic/windows.js";
import type { FaultName } from "../../src/mock/fault-set.js";
import { FAULT_NAMES } from "../../src/mock/fault-set.js";
import { testProvider } from "../setup/provider.js";
import { runOnMock } from "./mock-under-test.js";
import { SETUPS } from "./planted-faults.js";
import { recordOnMock, streamOf } from "./recorded-traffic.js";

const scenarios = SCENARIOS.map(({ id }) => id);

async function judgedInStream(exchanges: readonly Exchange[], limits?: Partial<WindowLimits>): Promise<Judged[]> {
  const found: Judged[] = [];
  for await (const it of judgeStream(streamOf(exchanges), RULES, testProvider, limits)) found.push(it);
  return found;
}

/** What is wrong, and where it is. */
function failures(judged: readonly Judged[]): readonly string[] {
  const texts = judged
    .filter(({ result }) => result.status === "fail")
    .map(({ rule, result }) => `${rule.id} ${result.pointer} ${result.exchanges.map(({ index }) => index).join()}`);
  return [...new Set(texts)].sort();
}

const passes = (judged: readonly Judged[]): readonly string[] =>
  [...new Set(judged.filter(({ result }) => result.status === "pass").map(({ rule }) => rule.id))].sort();

describe("judgeStream", () => {
  it("finds what judge finds of a sound service, and passes the same rules", async () => {
    const exchanges = await recordOnMock(scenarios);
    const [whole, stream] = [await judge(exchanges, RULES, testProvider), await judgedInStream(exchanges)];
    expect(failures(stream)).toEqual(failures(whole));
    expect(passes(stream)).toEqual(passes(whole));
  });

  it.each<FaultName | undefined>([
    undefined,
    "flapping-replica",
    "page-loses-one",
    "path-case-sensitive",
    "appid-ignored",
    "batch-differs",
    "no-retry-after",
    "parallel-loses",
    "lost-update",
  ])("finds the same where it is told what belongs together: %s", async (fault) => {
    const exchanges: Exchange[] = [];
    const onExchange = (exchange: Exchange): void => {
      exchanges.push({ ...exchange, index: exchanges.length });
    };
    const mock = fault === undefined ? {} : { faults: [fault], ...SETUPS[fault] };
    await runOnMock(mock, { scenarios, onExchange });
    const [whole, stream] = [await judge(exchanges, RULES, testProvider), await judgedInStream(exchanges)];
    expect(failures(whole).length > 0).toBe(fault !== undefined);
    expect(failures(stream)).toEqual(failures(whole));
    expect(passes(stream)).toEqual(passes(whole));
  });

  it.each(FAULT_NAMES)("finds what judge finds of %s", async (fault: FaultName) => {
    const exchanges = await recordOnMock(scenarios, { faults: [fault], ...SETUPS[fault] });
    const whole = failures(await judge(exchanges, RULES, testProvider));
    expect(failures(await judgedInStream(exchanges))).toEqual(whole);
  });

  it.each([
    { exchanges: 2, kept: 4 },
    { exchanges: 3, kept: 1_000 },
    { exchanges: 8, kept: 12 },
    { exchanges: 5, kept: 40 },
  ])("accuses nobody who is not where it may keep but %j", async (limits) => {
    const exchanges = await recordOnMock(scenarios);
    const sound = failures(await judge(exchanges, RULES, testProvider));
    expect(failures(await judgedInStream(exchanges, limits)).filter((it) => !sound.includes(it))).toEqual([]);
  });

  it("finds a fault behind as many requests to its object as it may keep", async () => {
    const exchanges = await recordOnMock(["active-certificate", "connector-lifecycle"], { faults: ["replaces-list"] });
    const found = failures(await judgedInStream(exchanges, { exchanges: 4 }));
    expect(found.some((it) => it.startsWith("C3"))).toBe(true);
  });
});
