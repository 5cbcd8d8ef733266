/** Runs this project's suite against a mock in process, on a virtual clock. */
import { runContract } from "../../src/contract/run.js";
import { defaultProvider } from "../../src/crypto/provider.js";
import type { MockGraphOptions } from "../../src/mock/options.js";
import { repeatKeys } from "../../src/mock/repeated-keys.js";
import { createMockGraph } from "../../src/mock/server.js";

/** What it said. */
export interface OurRun {
  /** The rules that failed, each once. */
  readonly rules: readonly string[];
  readonly requests: number;
  readonly seconds: number;
}

/** @param seed - decides what is drawn */
export async function runOurs(mock: MockGraphOptions, seed: number): Promise<OurRun> {
  const startedAt = performance.now();
  let now = Date.now();
  let requests = 0;
  const keys = repeatKeys(defaultProvider());
  const graph = createMockGraph({ clock: { now: () => new Date(now) }, keys, ...mock });
  const rules = new Set<string>();
  const results = runContract({
    fetch: (request) => {
      requests += 1;
      return graph.fetch(request);
    },
    baseUrl: "https://graph.microsoft.com/v1.0",
    auth: "mock",
    mode: "mock",
    seed,
    clock: {
      now: () => now,
      advance: (ms) => {
        now += ms;
      },
    },
    provider: defaultProvider(),
  });
  for await (const { status, rule } of results) if (status === "fail") rules.add(rule);
  return { rules: [...rules], requests, seconds: (performance.now() - startedAt) / 1000 };
}
