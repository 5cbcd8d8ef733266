/** Comparing without a test framework, as the model runs in browsers and from the command line too. */

/** Thrown where mock and model differ. */
export class DifferenceError extends Error {
  override readonly name = "DifferenceError";
}

/** @throws {DifferenceError} */
export function assertThat(condition: boolean, message: string): void {
  if (!condition) throw new DifferenceError(message);
}

/** Compares JSON values, whatever the order of members. @throws {DifferenceError} */
export function assertEqual(actual: unknown, expected: unknown, what: string): void {
  const [got, wanted] = [write(actual), write(expected)];
  assertThat(got === wanted, `${what}: the mock has\n  ${got}\nthe model expects\n  ${wanted}`);
}

function write(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) => sorted(member)) ?? "undefined";
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
