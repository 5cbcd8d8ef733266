/** Which octets differ, where a result is about a thumbprint, an identifier or a key. */
import { decodeBinary } from "./model/binary.js";

/** More places than these are counted. */
const MOST_TOLD = 4;

/**
 * Finds the first pair of different byte values in two results, alone or at the same place of lists and objects, and
 * says what is different: `byte 3 of 20: expected A7, got B7`.
 * @param expected - hexadecimal in either case, or base64 with padding: of 20 octets or more
 * @param actual - in the same encoding
 * @returns `undefined` where they are no byte values or equal
 */
export function describeBytes(expected: unknown, actual: unknown): string | undefined {
  if (typeof expected === "string" && typeof actual === "string") return compare(expected, actual);
  if (typeof expected !== "object" || typeof actual !== "object" || expected === null || actual === null)
    return undefined;
  const [left, right] = [expected as Record<string, unknown>, actual as Record<string, unknown>];
  for (const name of Object.keys(left)) {
    const found = describeBytes(left[name], right[name]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function compare(expected: string, actual: string): string | undefined {
  if (expected === actual) return undefined;
  const [left, right] = [octetsOf(expected), octetsOf(actual)];
  if (left === undefined || right === undefined) return undefined;
  if (left.length !== right.length) return `expected ${left.length} bytes, got ${right.length}`;
  const places = [...left.keys()].filter((i) => left[i] !== right[i]);
  if (places.length === 0) return `the same ${left.length} bytes, written differently`;
  const told = places
    .slice(0, MOST_TOLD)
    .map((i) => `byte ${i + 1} of ${left.length}: expected ${hex(left[i])}, got ${hex(right[i])}`);
  const more = places.length - told.length;
  return more === 0 ? told.join("; ") : `${told.join("; ")}; and ${more} more`;
}

const LEAST_BYTES = 20;

/** Hexadecimal first: 40 of its digits are base64 too, of which no thumbprint is. */
function octetsOf(text: string): readonly number[] | undefined {
  if (text.length >= 2 * LEAST_BYTES && /^(?:[\dA-F]{2}|[\da-f]{2})+$/i.test(text)) {
    return (text.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  }
  const octets = decodeBinary(text);
  return octets === undefined || octets.length < LEAST_BYTES ? undefined : [...octets];
}

const hex = (octet = 0): string => octet.toString(16).toUpperCase().padStart(2, "0");
