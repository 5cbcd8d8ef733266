/** A mock and a run on one virtual clock. */

import type { ContractResult } from "../../src/contract/result.js";
import { runContract } from "../../src/contract/run.js";
import type { ContractOptions } from "../../src/contract/run-options.js";
import { createMaterial } from "../../src/contract/session/material.js";
import type { MockGraphOptions } from "../../src/mock/options.js";
import { createMockGraph } from "../../src/mock/server.js";
import { testProvider } from "../setup/provider.js";
import { fixedKeyProvider } from "../unit/graph/fixed-key-provider.js";

const START = Date.parse("2026-06-01T00:00:00.000Z");

/** Keys take long to make: all runs of the tests share them. */
const material = createMaterial(testProvider);

/** Runs the contract against a new mock. @param wrap - puts something between the two */
export async function runOnMock(
  mock: MockGraphOptions = {},
  options: Partial<ContractOptions> = {},
  wrap: (fetch: ContractOptions["fetch"]) => ContractOptions["fetch"] = (fetch) => fetch,
): Promise<readonly ContractResult[]> {
  let now = START;
  const advance = (ms: number): void => {
    now += ms;
  };
  const clock = { now: () => now, advance };
  const graph = createMockGraph({ clock: { now: () => new Date(now) }, keys: fixedKeyProvider(), ...mock });
  const results: ContractResult[] = [];
  const run = runContract({
    fetch: wrap((request) => graph.fetch(request)),
    baseUrl: "https://graph.microsoft.com/v1.0",
    auth: "token",
    mode: "mock",
    clock,
    material,
    provider: testProvider,
    ...options,
  });
  for await (const result of run) results.push(result);
  return results;
}

/** The rules that found something wrong, each once. */
export function failedRules(results: readonly ContractResult[]): readonly string[] {
  return [...new Set(results.filter(({ status }) => status === "fail").map(({ rule }) => rule))];
}
