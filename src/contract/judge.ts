/** The four ways in which rules word what they found. */
import type { Exchange } from "./exchange.js";
import type { RuleResult } from "./rule.js";

/** Fails unless `isMet`. @param exchanges - the one at fault last */
export function holds(
  isMet: boolean,
  exchanges: readonly Exchange[],
  pointer: string,
  expected: unknown,
  actual: unknown,
): RuleResult {
  return result(isMet ? "pass" : "fail", exchanges, pointer, expected, actual);
}

/** Fails unless both are the same JSON. */
export function equals(
  exchanges: readonly Exchange[],
  pointer: string,
  expected: unknown,
  actual: unknown,
): RuleResult {
  return holds(isEqual(expected, actual), exchanges, pointer, expected, actual);
}

/** As {@link holds}, of what is likely and nobody has verified: only a mock fails for it. */
export function supposed(
  isMet: boolean,
  exchanges: readonly Exchange[],
  pointer: string,
  expected: unknown,
  actual: unknown,
): RuleResult {
  return { ...holds(isMet, exchanges, pointer, expected, actual), isSupposed: true };
}

/** What was seen where nothing is promised. @param question - what one would like to know */
export function observed(
  exchanges: readonly Exchange[],
  pointer: string,
  question: unknown,
  actual: unknown,
): RuleResult {
  return result("observation", exchanges, pointer, question, actual);
}

function result(
  status: RuleResult["status"],
  exchanges: readonly Exchange[],
  pointer: string,
  expected: unknown,
  actual: unknown,
): RuleResult {
  // Reads around a write are how it is seen: what is at fault is the write.
  const main = exchanges.findLast(({ request }) => request.method !== "GET") ?? exchanges.at(-1);
  return { status, operation: main?.operationId ?? "other", pointer, expected, actual, exchanges };
}

/** Whether two values are the same JSON; a member that is absent equals one that is `undefined`. */
export function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((name) => isEqual(left[name], right[name]));
}
