/** What a suite may come to, each once. */
import { createMaterial } from "../../../src/contract/session/material.js";
import type { MockGraphOptions } from "../../../src/mock/options.js";
import { createMockGraph } from "../../../src/mock/server.js";
import type { GraphContractOptions, StartedService } from "../../../src/vitest/describe-graph-contract.js";
import { describeGraphContract } from "../../../src/vitest/describe-graph-contract.js";
import { fixedKeyProvider } from "../../unit/graph/fixed-key-provider.js";

const NOW = Date.parse("2026-06-01T00:00:00.000Z");
const material = createMaterial(globalThis.crypto);
const clock = { now: () => NOW };

function start(faults: MockGraphOptions["faults"]): () => StartedService {
  return () => ({
    fetch: createMockGraph({ clock: { now: () => new Date(NOW) }, keys: fixedKeyProvider(), faults }).fetch,
    clock,
    stop: () => process.stdout.write("the service was stopped\n") as unknown as undefined,
  });
}

const dresses: GraphContractOptions = { mode: "mock", material, scenarios: ["pfx-dresses"], rules: ["C4", "C10"] };

describeGraphContract({ ...dresses, name: "a defect", start: start(["thumb-lower"]) });
describeGraphContract({
  ...dresses,
  name: "a known defect",
  deviations: [{ rule: "C4", reason: "they know", source: "their list", expires: "2026-12-31" }],
  start: start(["thumb-lower"]),
});
describeGraphContract({
  ...dresses,
  name: "a deviation of no use",
  deviations: [{ rule: "C4", reason: "they knew", source: "their list", expires: "2026-12-31" }],
  start: start([]),
});
describeGraphContract({
  ...dresses,
  name: "something noted",
  rules: ["T6", "E2"],
  scenarios: ["envelope"],
  start: start([]),
});
describeGraphContract({
  ...dresses,
  name: "drawn",
  scenarios: ["drawn-uploads"],
  budget: { draws: 60 },
  start: start(["picks-first-bag"]),
});
describeGraphContract({ name: "nothing to read", rules: ["E1"], fetch: () => Promise.reject(new Error("no")) });
describeGraphContract({
  ...dresses,
  name: "nobody there",
  fetch: () => Promise.reject(new Error("no")),
});
describeGraphContract({
  ...dresses,
  name: "a run that breaks off",
  scenarios: ["none"],
  fetch: () => Promise.reject(new Error("no")),
});
describeGraphContract({
  ...dresses,
  name: "a run without end",
  timeoutMs: 50,
  fetch: async () => {
    await new Promise((resolve) => setTimeout(resolve, 60));
    return new Response(null, { status: 404 });
  },
});
describeGraphContract({ ...dresses, name: "a run that is interrupted", signal: AbortSignal.abort(), start: start([]) });
describeGraphContract({ ...dresses, name: "nothing asked", skip: "no token is set" });
