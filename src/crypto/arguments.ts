/** Checks of a caller's arguments. */

/**
 * @throws {RangeError} naming the argument, unless `value` is an integer from `min` to `max`
 */
export function requireInteger(name: string, value: number, min: number, max: number): void {
  if (!Number.isSafeInteger(value) || value < min || value > max) {
    throw new RangeError(`"${name}" expected an integer ${min}..${max}, got ${value}`);
  }
}

/** Far more than any key, initialization vector or MAC key has: no standard in use asks for more than 128 bytes. */
const MAX_DERIVED_BYTES = 65_535;

/**
 * For the `length` of every derivation.
 * @throws {RangeError} naming the argument
 */
export function requireLength(length: number): void {
  requireInteger("length", length, 1, MAX_DERIVED_BYTES);
}

/**
 * For the `iterationCount` of every derivation that has one.
 * @throws {RangeError} naming the argument
 */
export function requireIterationCount(iterationCount: number): void {
  requireInteger("iterationCount", iterationCount, 1, Number.MAX_SAFE_INTEGER);
}
