/** `endDateTime` of addTokenSigningCertificate: its default and its limits. */
import type { ErrorCode } from "../errors.js";
import { MalformedError } from "../errors.js";
import { addYears } from "../x509/calendar.js";
import type { DateTimeOffset } from "./date-time.js";
import { formatDateTime, parseDateTime, toTicks } from "./date-time.js";

/** Documented: "The endDateTime can be up to three years after the certificate is created", and is so by default. */
const MOST_YEARS = 3;

const AT = "endDateTime";

/**
 * When a certificate that is created now ends: as given, by default three calendar years from now.
 *
 * The action's page has the limit; what Graph answers beyond it, or to a date in the past, is unverified. An end that is
 * now or earlier is one in the past.
 * @param endDateTime - `Edm.DateTimeOffset`
 * @throws {MalformedError} `ERR_GRAPH_DATE_TIME`, `ERR_GRAPH_END_DATE_TIME_PAST`, `ERR_GRAPH_END_DATE_TIME_LIFETIME`
 */
export function chooseEndDateTime(endDateTime: string | undefined, now: Date): DateTimeOffset {
  const latest = addYears(now, MOST_YEARS);
  if (endDateTime === undefined) return { ticks: toTicks(latest), text: formatDateTime(latest) };
  if (typeof endDateTime !== "string") throw new TypeError('"endDateTime" expected a string');
  const end = parseDateTime(endDateTime, AT);
  if (end.ticks <= toTicks(now)) {
    throw refused("a time after the certificate is created", now, "ERR_GRAPH_END_DATE_TIME_PAST");
  }
  if (end.ticks > toTicks(latest)) {
    throw refused("at most three years from the creation", latest, "ERR_GRAPH_END_DATE_TIME_LIFETIME");
  }
  return end;
}

function refused(expected: string, limit: Date, code: ErrorCode): MalformedError {
  return new MalformedError(`${AT} expected ${expected}, ${formatDateTime(limit)}`, { code, at: AT });
}
