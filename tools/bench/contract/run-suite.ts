/** Plays the suite on a mock in this process, on a virtual clock. */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type * as contract from "../../../src/contract/index.js";
import type * as mock from "../../../src/mock/index.js";
import type { ContractJob, SuiteRun } from "./job.js";

/** Keys are few and made before the time counts: generating them is no work of the suite. */
export async function runSuite({ dist, scenarios, draws }: Extract<ContractJob, { kind: "run" }>): Promise<SuiteRun> {
  const at = (entry: string): string => pathToFileURL(resolve(dist, entry)).href;
  const { createMockGraph, repeatKeys } = (await import(at("mock/index.js"))) as typeof mock;
  const { createMaterial, runContract } = (await import(at("contract/index.js"))) as typeof contract;
  const keys = repeatKeys(globalThis.crypto);
  const material = createMaterial(keys);
  let now = Date.parse("2026-06-01T00:00:00Z");
  const clock = {
    now: () => now,
    advance: (ms: number) => {
      now += ms;
    },
  };
  let requests = 0;
  const run = async (chosen: readonly string[] | undefined, count: number): Promise<readonly string[]> => {
    const graph = createMockGraph({ clock: { now: () => new Date(now) }, keys });
    const failures: string[] = [];
    const results = runContract({
      fetch: (request) => {
        requests += 1;
        return graph.fetch(request);
      },
      baseUrl: "https://graph.microsoft.com/v1.0",
      auth: "token",
      mode: "mock",
      clock,
      material,
      budget: { draws: count },
      ...(chosen === undefined ? {} : { scenarios: chosen }),
    });
    for await (const { status, rule, pointer } of results) if (status === "fail") failures.push(`${rule} ${pointer}`);
    return failures;
  };
  await run(scenarios, 2);
  requests = 0;
  const start = performance.now();
  const failures = await run(scenarios, draws);
  return { ms: performance.now() - start, requests, failures };
}
