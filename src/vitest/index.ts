/**
 * Entry point `graph-certkit/contract/vitest`: the contract as a suite of Vitest's, and a matcher. Needs Vitest 3.2 or later
 * beside it, and does nothing when it is imported.
 * @module
 */
export type { GraphContractOptions, StartedService } from "./describe-graph-contract.js";
export { describeGraphContract } from "./describe-graph-contract.js";
export type { GraphAnswer } from "./judge-response.js";
export { graphMatchers, installGraphMatchers } from "./matchers.js";
