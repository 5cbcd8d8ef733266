/**
 * Entry point `graph-certkit/contract`: what Graph's documentation promises of its bodies, as validators, valid values and
 * values with one fault.
 * @module
 */
export type { PooledCredential } from "./arbitraries/credential-pool.generated.js";
export type { FaultKind } from "./arbitraries/faults.js";
export { FAULT_KINDS } from "./arbitraries/faults.js";
export type { Mutant } from "./arbitraries/mutants.js";
export { mutantsOf } from "./arbitraries/mutants.js";
export type { ArbitraryOptions } from "./arbitraries/valid.js";
export { arbitraryOf } from "./arbitraries/valid.js";
export type { SchemaFinding } from "./validation/finding.js";
export type { JsonType, Schema, SchemaSet } from "./validation/schema.js";
export { validate, validateRequest, validateValue } from "./validation/validate.js";
