/**
 * Entry point `graph-certkit/contract`: what Graph's documentation promises, as rules. {@link runContract} plays scenarios
 * against anything that has a `fetch` and judges what comes back; {@link checkTraffic} judges what somebody else has
 * recorded; {@link parity} plays a recording again. Beneath them: validators of bodies, valid values, and values with one
 * fault. Runs in browsers and Node.
 * @module
 */
export type { PooledCredential } from "./arbitraries/credential-pool.generated.js";
export type { FaultKind } from "./arbitraries/faults.js";
export { FAULT_KINDS } from "./arbitraries/faults.js";
export type { Mutant } from "./arbitraries/mutants.js";
export { mutantsOf } from "./arbitraries/mutants.js";
export type { ArbitraryOptions } from "./arbitraries/valid.js";
export { arbitraryOf } from "./arbitraries/valid.js";
export type { Deviation } from "./deviations.js";
export type { Exchange, ReceivedResponse, Relation, SentRequest } from "./exchange.js";
export type { Judged } from "./judgement.js";
export { judge } from "./judgement.js";
export { ForeignWriteError, JournalError } from "./live/guard-error.js";
export type { Journal, JournalEntry, ObjectKind } from "./live/journal.js";
export { parseJournal } from "./live/journal.js";
export { LIVE_ACTIONS } from "./live/live-run.js";
export type { LiveOptions } from "./live/options.js";
export { DEFAULT_PREFIX } from "./live/options.js";
export type { SweepOptions, SweepResult } from "./live/sweep.js";
export { sweepLeftovers } from "./live/sweep.js";
export type { TokenNeeds, TokenProblem } from "./live/token.js";
export { checkToken } from "./live/token.js";
export { operationOf } from "./operation-of.js";
export type { ParityDifference } from "./parity/compare-bodies.js";
export type { ParityOptions, ParityResult } from "./parity/parity.js";
export { parity } from "./parity/parity.js";
export type { ContractResult, Counterexample } from "./result.js";
export type { Evidence, Rule, RuleResult } from "./rule.js";
export { RULES } from "./rules.js";
export { runContract } from "./run.js";
export type { ContractOptions, RunBudget } from "./run-options.js";
export type { Mode, NamedObjects, Phase } from "./scenario.js";
export { PHASES } from "./scenario.js";
export type { Clock } from "./session/clock.js";
export type { Material } from "./session/material.js";
export { createMaterial } from "./session/material.js";
export type { Settling } from "./session/settling.js";
export { ONE_READ, PATIENT } from "./session/settling.js";
export type { CheckOptions } from "./traffic/check-traffic.js";
export { checkTraffic } from "./traffic/check-traffic.js";
export type { HarLimits } from "./traffic/har-parser.js";
export { judgeStream } from "./traffic/judge-stream.js";
export type { HarSummary, ReadHarOptions } from "./traffic/read-har.js";
export { readHar } from "./traffic/read-har.js";
export type { HarCreator } from "./traffic/to-har.js";
export { toHar } from "./traffic/to-har.js";
export type { WindowLimits } from "./traffic/windows.js";
export type { SchemaFinding } from "./validation/finding.js";
export type { JsonType, Schema, SchemaSet } from "./validation/schema.js";
export { validate, validateRequest, validateValue } from "./validation/validate.js";
