/** Hexadecimal (RFC 4648 section 8). */
import { MalformedError } from "../errors.js";

const DIGITS = "0123456789ABCDEF";

/** Encodes in upper case without separators, as Graph writes thumbprints. */
export function encodeHex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += DIGITS.charAt(byte >> 4) + DIGITS.charAt(byte & 15);
  return text;
}

/**
 * Decodes pairs of hexadecimal digits, upper or lower case, without separators.
 * @throws {MalformedError} `ERR_BYTES_HEX`
 */
export function decodeHex(text: string, at: string): Uint8Array<ArrayBuffer> {
  if (!/^(?:[0-9A-Fa-f]{2})*$/.test(text)) {
    throw new MalformedError(`${at} expected pairs of hexadecimal digits`, { code: "ERR_BYTES_HEX", at });
  }
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}
