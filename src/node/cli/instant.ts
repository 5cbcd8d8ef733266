/** A point in time as it is typed: ISO 8601, and nothing that `Date` would guess at. */
import { UsageError } from "./failure.js";

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]([01]\d|2[0-3]):[0-5]\d))?$/;

/**
 * Reads a date (midnight UTC) or a date-time with `Z` or an offset; seconds and their fraction may be left out.
 * @throws {UsageError} for anything else: local times, days that do not exist, leap seconds, hour 24
 */
export function parseInstant(text: string): Date {
  const [, day] = INSTANT.exec(text) ?? [];
  const instant = day === undefined || !isDay(day) ? Number.NaN : Date.parse(text);
  if (!Number.isNaN(instant)) return new Date(instant);
  throw new UsageError(
    "--at expects a date such as 2027-01-31 or a date-time such as 2027-01-31T12:00:00Z (or +02:00)",
  );
}

/** `Date` takes the 31st of February for the 3rd of March. */
function isDay(day: string): boolean {
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}
