/** Edm.DateTimeOffset as Graph writes it, up to seven digits of fraction. */

const DATE_TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,12}))?(Z|[+-]\d\d:\d\d)$/i;

/** The instant in whole milliseconds, further digits dropped; `undefined` for null and for what is no date with a zone. */
export function readDateTime(text: string | null | undefined): Date | undefined {
  const match = DATE_TIME.exec(text ?? "");
  if (match === null) return undefined;
  const [, whole = "", fraction = "", zone = ""] = match;
  const date = new Date(`${whole}.${fraction.slice(0, 3).padEnd(3, "0")}${zone}`.toUpperCase());
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** The same day and time in a later year; where that has no 29 February, the 28th, as .NET's AddYears has it. */
export function addYears(date: Date, years: number): Date {
  const later = new Date(date);
  later.setUTCFullYear(date.getUTCFullYear() + years);
  // The 29th became 1 March: its day 0 is the last of February.
  if (later.getUTCDate() !== date.getUTCDate()) later.setUTCDate(0);
  return later;
}

/** ISO 8601 in UTC, whole seconds: what messages say. */
export function formatDate(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
