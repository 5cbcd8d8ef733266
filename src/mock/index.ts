/**
 * Entry point `graph-certkit/mock`: a stateful Microsoft Graph in memory, for Node and the browser.
 * @module
 */

export type { Behaviour, BehaviourArea } from "./behaviours.js";
export { BEHAVIOURS } from "./behaviours.js";
export type { ChaosOptions } from "./chaos.js";
export { LostResponseError } from "./chaos.js";
export type { ConsistencyOptions } from "./consistency.js";
export type { ErrorEvidence, ErrorRow } from "./error-row.js";
export type { ErrorId } from "./errors.js";
export { ERRORS } from "./errors.js";
export type { FaultName } from "./fault-set.js";
export type { Fault } from "./faults.js";
export { FAULTS } from "./faults.js";
export type { KeyPool } from "./key-pool.js";
export { createKeyPool } from "./key-pool.js";
export type { MockLimits } from "./limits.js";
export { DEFAULT_MOCK_LIMITS } from "./limits.js";
export { repeatKeys } from "./repeated-keys.js";
export type { MockGraph, MockGraphOptions } from "./server.js";
export { createMockGraph } from "./server.js";
export type { MockState } from "./state.js";
export type { Change } from "./store.js";
export type { Budget, ThrottlingOptions } from "./throttling.js";
export { documentedThrottling } from "./throttling.js";
export type { Undocumented } from "./undocumented.js";
export { UNDOCUMENTED } from "./undocumented.js";
