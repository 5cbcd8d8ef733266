/** Shape of validators.generated.js, which tools/generate-spec.ts writes. */
import type { ValidatorError } from "./validation/finding.js";

/** Judges a value; what is wrong is in `errors` until the next call. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly ValidatorError[] | null;
}

/** By the name of the schema, such as `microsoft.graph.keyCredential`. */
export declare const VALIDATORS: Readonly<Record<string, Validator>>;
