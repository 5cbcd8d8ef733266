/** Dates of credentials as rules need them: an instant where there is one, and words for it. */
import { ToolkitError } from "../errors.js";
import { parseDateTime } from "../graph/date-time.js";

const TICKS_PER_MS = 10_000n;

/** The instant in whole milliseconds, further digits dropped; `undefined` for null and for what is no date with a zone. */
export function readDateTime(text: string | null | undefined): Date | undefined {
  if (typeof text !== "string") return undefined;
  try {
    return new Date(Number(parseDateTime(text, "dateTime").ticks / TICKS_PER_MS));
  } catch (error) {
    if (error instanceof ToolkitError) return undefined;
    throw error;
  }
}

/** ISO 8601 in UTC, whole seconds: what messages say. */
export function formatDate(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
