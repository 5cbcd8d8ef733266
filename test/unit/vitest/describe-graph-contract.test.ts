/** A small suite in every runtime; what suites come to is tested in test/contract. */
import { createMockGraph } from "../../../src/mock/server.js";
import { describeGraphContract } from "../../../src/vitest/describe-graph-contract.js";
import { fixedKeyProvider } from "../graph/fixed-key-provider.js";

const graph = createMockGraph({ keys: fixedKeyProvider() });

describeGraphContract({
  name: "a mock in this runtime",
  mode: "mock",
  fetch: graph.fetch,
  rules: ["E5", "E8", "S1", "S2", "S3", "S5", "S7", "S14"],
  scenarios: ["token-signing"],
});
describeGraphContract({
  name: "nothing at all",
  rules: ["E1"],
  skip: "this suite asks nobody",
  fetch: () => Promise.reject(new Error("it was asked")),
});
