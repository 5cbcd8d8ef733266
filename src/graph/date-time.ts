/**
 * Dates as Graph writes them: `Edm.DateTimeOffset` (OData ABNF `dateTimeOffsetValue`), kept in the ticks of .NET, 100 ns
 * each, which are finer than a JavaScript Date.
 */
import { MalformedError } from "../errors.js";

/** An instant with the form in which Graph shows it. */
export interface DateTimeOffset {
  /** Units of 100 ns since 1970-01-01T00:00:00Z. */
  readonly ticks: bigint;
  /** In UTC, with the fraction as it was given. */
  readonly text: string;
}

const TICKS_PER_MS = 10_000n;
const TICKS_PER_SECOND = 10_000_000n;

/** What .NET's DateTimeOffset can tell apart. */
const FRACTION_DIGITS = 7;

/** The largest offset that .NET takes, in minutes. */
const MOST_OFFSET = 14 * 60;

const DATE_TIME = /^(\d{4}-\d\d-\d\d)T((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d)(\.\d+)?)?(Z|[+-]\d\d:[0-5]\d)$/i;

/**
 * Reads a date with time and offset. Seconds may be missing, as OData allows. More than seven digits of fraction are
 * refused: what Graph makes of them is not documented, and no two libraries round alike.
 * @param at - the member, for errors
 * @throws {MalformedError} `ERR_GRAPH_DATE_TIME` for another form, and for a date that does not exist
 */
export function parseDateTime(text: string, at: string): DateTimeOffset {
  const match = DATE_TIME.exec(text);
  if (match === null) {
    throw badDateTime(
      "a date and time with an offset, such as 2027-01-25T00:00:00Z (ISO 8601, Edm.DateTimeOffset)",
      at,
    );
  }
  const [, day = "", minute = "", second = "00", fraction = "", offset = "Z"] = match;
  if (fraction.length > 1 + FRACTION_DIGITS) {
    throw badDateTime(`at most ${FRACTION_DIGITS} digits of a second's fraction, got ${fraction.length - 1}`, at);
  }
  const local = Date.parse(`${day}T${minute}:${second}Z`);
  // Engines take 30 February for 2 March; .NET's years begin with 1.
  const exists = !Number.isNaN(local) && new Date(local).toISOString().startsWith(day);
  if (!exists || day.startsWith("0000")) throw badDateTime("a date that exists", at);
  const ms = local - readOffset(offset, at) * 60_000;
  const utc = new Date(ms).toISOString();
  if (!/^\d{4}-/.test(utc) || utc.startsWith("0000")) throw badDateTime("a date of the years 1 to 9999 in UTC", at);
  const ticks = BigInt(ms) * TICKS_PER_MS + BigInt(fraction.slice(1).padEnd(FRACTION_DIGITS, "0"));
  return { ticks, text: utc.replace(".000Z", `${fraction}Z`) };
}

/** The ticks of a Date, which knows milliseconds. */
export function toTicks(date: Date): bigint {
  return BigInt(date.getTime()) * TICKS_PER_MS;
}

/** The Date before or at which the instant lies, in whole seconds: what a certificate can say of it. */
export function toWholeSeconds(ticks: bigint): Date {
  const rest = ticks % TICKS_PER_SECOND;
  const floor = ticks - (rest < 0n ? rest + TICKS_PER_SECOND : rest);
  return new Date(Number(floor / TICKS_PER_MS));
}

/** A Date with seven digits of fraction, as Graph writes the times that it takes itself. */
export function formatDateTime(date: Date): string {
  return date.toISOString().replace("Z", "0000Z");
}

/** Minutes to the east of Greenwich. */
function readOffset(offset: string, at: string): number {
  if (offset.toUpperCase() === "Z") return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4));
  if (minutes > MOST_OFFSET) throw badDateTime("an offset of at most 14:00", at);
  return offset.startsWith("-") ? -minutes : minutes;
}

function badDateTime(expected: string, at: string): MalformedError {
  return new MalformedError(`${at} expected ${expected}`, { code: "ERR_GRAPH_DATE_TIME", at });
}
