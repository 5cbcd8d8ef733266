/** Calendar arithmetic of validities, which are said in years and not in days. */

/**
 * The same day and time in a later year, in UTC; where that year has no 29 February, the 28th, as .NET's AddYears has it.
 * @param date - not modified
 * @param years - a whole number, not negative
 */
export function addYears(date: Date, years: number): Date {
  const later = new Date(date);
  later.setUTCFullYear(date.getUTCFullYear() + years);
  // The 29th became 1 March, whose day 0 is the last of February.
  if (later.getUTCDate() !== date.getUTCDate()) later.setUTCDate(0);
  return later;
}
