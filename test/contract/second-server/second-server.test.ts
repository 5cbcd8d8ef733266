/** The suite on a server that it was not written with. */
import { describe, expect, it, onTestFinished } from "vitest";
import type { ContractResult } from "../../../src/contract/result.js";
import { RULES } from "../../../src/contract/rules.js";
import { runContract } from "../../../src/contract/run.js";
import type { ContractOptions } from "../../../src/contract/run-options.js";
import { createMaterial } from "../../../src/contract/session/material.js";
import { testProvider } from "../../setup/provider.js";
import { failedRules } from "../mock-under-test.js";
import { DIFFERENCES } from "./differences.js";
import type { Alter } from "./second-server.js";
import { startSecondServer } from "./second-server.js";

/** While the certificates of the documentation's examples are valid. */
const START = Date.parse("2022-06-01T00:00:00.000Z");

/** What the server has: its own header says what it has not. */
const SCENARIOS = [
  "named-objects",
  "envelope",
  "connector-lifecycle",
  "token-signing",
  "upload-refusals",
  "minting-refusals",
  "addresses",
  "active-certificate",
];

/** Where each group is at home. */
const ENOUGH: Readonly<Record<string, readonly string[]>> = {
  E: ["envelope", "connector-lifecycle"],
  C: ["connector-lifecycle", "active-certificate"],
  S: ["token-signing", "minting-refusals"],
};

/** Not to be judged there, by what is missing. */
const NOT_JUDGED = {
  "no list in pages": ["E10"],
  "members are the documented ones": ["E7"],
  "paths in one spelling": ["C12"],
  "no file in several dresses: node-forge knows no PBMAC1": ["C8"],
  "no $batch": ["T8"],
  "no throttling": ["T3"],
  "one replica, one request after the other": ["T1", "T7"],
};

const objects = {
  connectors: ["45715bb8-13f9-4bf6-927f-ef96c102d394"],
  servicePrincipals: ["004375c5-6e2e-4dec-95e3-626838cb9f80"],
};
const material = createMaterial(testProvider);

async function judgeServer(alter?: Alter, options: Partial<ContractOptions> = {}): Promise<readonly ContractResult[]> {
  let now = START;
  const advance = (ms: number): void => {
    now += ms;
  };
  const clock = { now: () => now, advance };
  const { baseUrl, close } = await startSecondServer(clock.now, alter);
  onTestFinished(close);
  const results: ContractResult[] = [];
  const run = { fetch: globalThis.fetch, baseUrl, auth: "token", mode: "mock", clock, material, objects } as const;
  for await (const result of runContract({ ...run, scenarios: SCENARIOS, ...options })) results.push(result);
  return results;
}

describe("a second server", () => {
  it("keeps the contract, as far as it has what is judged", async () => {
    const results = await judgeServer();
    const failures = results.filter(({ status }) => status === "fail");
    expect(
      failures.map(({ rule, operation, pointer, expected, actual }) => [rule, operation, pointer, expected, actual]),
    ).toEqual([]);
    const skipped = results.filter(({ status }) => status === "skip").map(({ rule }) => rule);
    expect(skipped.sort()).toEqual(Object.values(NOT_JUDGED).flat().sort());
  });

  it("keeps it in the documentation's own objects, read only", async () => {
    const sent: string[] = [];
    const fetch: ContractOptions["fetch"] = (request) => {
      sent.push(request.method);
      return globalThis.fetch(request);
    };
    const results = await judgeServer(undefined, { mode: "read-only", fetch, scenarios: undefined });
    expect(failedRules(results)).toEqual([]);
    expect(new Set(sent)).toEqual(new Set(["GET"]));
    const passed = new Set(results.filter(({ status }) => status === "pass").map(({ rule }) => rule));
    for (const rule of ["E1", "E2", "E5", "E6", "E8", "C2", "C5", "S8", "S9"]) expect(passed, rule).toContain(rule);
  });

  it.each(DIFFERENCES)("is found by $rule where $name", async ({ rule, alter }) => {
    expect(failedRules(await judgeServer(alter, { scenarios: ENOUGH[rule.slice(0, 1)] }))).toContain(rule);
  });
});

describe("its differences", () => {
  it("are of every group, and of rules that there are", () => {
    const rules = DIFFERENCES.map(({ rule }) => rule);
    expect(new Set(rules.map((rule) => rule[0]))).toEqual(new Set(["E", "C", "S"]));
    expect(rules.filter((rule) => !RULES.some(({ id }) => id === rule))).toEqual([]);
  });
});
