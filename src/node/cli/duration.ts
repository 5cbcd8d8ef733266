/** Times and numbers as they are typed: `90s`, `10m`, `1h`. */
import { UsageError } from "./failure.js";

const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * Reads a time.
 * @param most - milliseconds
 * @returns milliseconds, above 0
 * @throws {UsageError} for another text, also for a number without its unit
 */
export function readDuration(text: string | undefined, option: string, most: number): number | undefined {
  if (text === undefined) return undefined;
  const [, digits = "", unit = ""] = /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|m|h|d)$/.exec(text) ?? [];
  const ms = Number(digits) * (UNIT_MS[unit] ?? Number.NaN);
  if (ms > 0 && ms <= most) return ms;
  throw new UsageError(`${option} expects a time such as 90s, 10m or 1h`);
}

/**
 * Reads a whole number.
 * @throws {UsageError} for another text; it is not repeated
 */
export function readIntegerOption(
  text: string | undefined,
  option: string,
  least: number,
  most: number,
): number | undefined {
  if (text === undefined) return undefined;
  const value = /^-?\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError(`${option} expects an integer from ${least} to ${most}`);
}
