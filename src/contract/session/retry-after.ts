/** How long a service asks to wait (RFC 9110 section 10.2.3). */

/**
 * @param text - seconds, of which Graph's documentation has a fraction too, or an HTTP date
 * @param now - milliseconds since 1970
 * @returns milliseconds, 0 or more; `undefined` for what is neither
 */
export function retryAfterMs(text: string | null | undefined, now: number): number | undefined {
  if (text === null || text === undefined) return undefined;
  if (/^\s*\d+(?:\.\d+)?\s*$/.test(text)) return Math.ceil(Number(text) * 1000);
  const date = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
