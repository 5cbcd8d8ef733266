/** What time it was where an answer was made. */
import type { Exchange } from "../exchange.js";

/** Milliseconds since 1970. */
export interface ServerTimes {
  readonly earliest: number;
  readonly latest: number;
}

/**
 * From when to when the answer may have been made: by the clock of whoever asked, and by the answer's `Date` where it has
 * one (RFC 9110 section 6.6.1), since the clock of a recording may be anybody's.
 */
export function serverTimes({ sentAt, receivedAt, response }: Exchange): ServerTimes {
  const date = Date.parse(response.headers["date"] ?? "");
  if (Number.isNaN(date)) return { earliest: sentAt, latest: receivedAt };
  return { earliest: Math.min(sentAt, date), latest: Math.max(receivedAt, date) };
}
