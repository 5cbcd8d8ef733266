/** Checks of the arguments of those who write files. */

/** @throws {TypeError} naming the argument that is no Uint8Array, {@link RangeError} for an empty one */
export function requireOctets(name: string, value: unknown): asserts value is Uint8Array {
  // By name, so that other realms' arrays fit.
  if (Object.prototype.toString.call(value) !== "[object Uint8Array]") {
    throw new TypeError(`"${name}" expected a Uint8Array`);
  }
  if ((value as Uint8Array).length === 0) throw new RangeError(`"${name}" expected at least 1 byte, got 0`);
}

/**
 * Half of a surrogate pair has no UTF-8, and TextEncoder would put the same character for each: one password would do
 * for another.
 * @throws {TypeError} naming the argument, never with its value
 */
export function requireText(name: string, value: unknown): asserts value is string {
  if (typeof value !== "string") throw new TypeError(`"${name}" expected a string`);
  if (/\p{Surrogate}/u.test(value)) throw new TypeError(`"${name}" expected no half of a surrogate pair`);
}
