/** A number of days as it is typed, which may be none: `readCount` begins at 1. */
import { UsageError } from "./failure.js";

/**
 * Reads a number of days.
 * @throws {UsageError} for anything but a whole number from 0 to `most`; the text is not repeated
 */
export function readDays(text: string | undefined, option: string, most: number): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text) && Number(text) <= most) return Number(text);
  throw new UsageError(`${option} expects a whole number from 0 to ${most}`);
}
