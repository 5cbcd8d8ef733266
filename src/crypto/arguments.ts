/** Checks of a caller's arguments. */

/**
 * @throws {RangeError} naming the argument, unless `value` is an integer from `min` to `max`
 */
export function requireInteger(name: string, value: number, min: number, max: number): void {
  if (!Number.isSafeInteger(value) || value < min || value > max) {
    throw new RangeError(`"${name}" expected an integer ${min}..${max}, got ${value}`);
  }
}

/** Longest key, initialization vector or MAC key that is derived here; no standard in use asks for more than 128. */
const MAX_DERIVED_BYTES = 65_535;

/**
 * The two numbers that every password-based derivation has.
 * @throws {RangeError} naming the argument
 */
export function requireDerivation(parameters: { readonly iterationCount: number; readonly length: number }): void {
  requireInteger("iterationCount", parameters.iterationCount, 1, Number.MAX_SAFE_INTEGER);
  requireInteger("length", parameters.length, 1, MAX_DERIVED_BYTES);
}
