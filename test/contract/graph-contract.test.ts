/** The suite on the mock, as its users have it: a test for each rule at each operation. */
import { createMaterial } from "../../src/contract/session/material.js";
import { createMockGraph } from "../../src/mock/server.js";
import { describeGraphContract } from "../../src/vitest/describe-graph-contract.js";
import { testProvider } from "../setup/provider.js";
import { fixedKeyProvider } from "../unit/graph/fixed-key-provider.js";

describeGraphContract({
  name: "the mock",
  mode: "mock",
  seed: 1,
  budget: { draws: 10 },
  material: createMaterial(testProvider),
  start: () => {
    let now = Date.parse("2026-06-01T00:00:00.000Z");
    const graph = createMockGraph({ clock: { now: () => new Date(now) }, keys: fixedKeyProvider() });
    const advance = (ms: number): void => {
      now += ms;
    };
    return { fetch: graph.fetch, clock: { now: () => now, advance } };
  },
});
