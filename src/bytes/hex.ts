/** Hexadecimal (RFC 4648 section 8). */

const DIGITS = "0123456789ABCDEF";

/** Encodes in upper case without separators, as Graph writes thumbprints. */
export function encodeHex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += DIGITS.charAt(byte >> 4) + DIGITS.charAt(byte & 15);
  return text;
}
