/** Thumbprints as people type and paste them. */

/** Between octets OpenSSL prints colons, Windows spaces, and its dialog leads with a mark that nobody sees (U+200E). */
const SEPARATORS = /[\s:\u200e]/g;

/**
 * A SHA-1 thumbprint as Graph writes it: 40 upper-case hex digits. Colons and white space between octets are taken off.
 * @throws {TypeError} @throws {RangeError} naming the argument `thumbprint`
 */
export function requireThumbprint(thumbprint: string): string {
  if (typeof thumbprint !== "string") throw new TypeError('"thumbprint" expected a string');
  const digits = thumbprint.replace(SEPARATORS, "").toUpperCase();
  if (/^[0-9A-F]{40}$/.test(digits)) return digits;
  throw new RangeError(`"thumbprint" expected the 40 hex digits of a SHA-1, got ${digits.length} characters`);
}
