/** Octets as tests write them, and the passwords that the derivations take. */

import { concatBytes } from "../../../src/bytes/buffer.js";
import { decodeHex, encodeHex } from "../../../src/bytes/hex.js";

/** From hexadecimal, blanks ignored. */
export const fromHex = (text: string): Uint8Array<ArrayBuffer> => decodeHex(text.replace(/\s/g, ""), "test");

/** To lower-case hexadecimal, as standards and tools print it; `undefined` stays what it is. */
export const toHex = (bytes: Uint8Array | undefined): string | undefined =>
  bytes === undefined ? undefined : encodeHex(bytes).toLowerCase();

/** In UTF-8. */
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A BMPString with its terminator, as RFC 7292 Appendix B.1 wants passwords. */
export const bmp = (text: string): Uint8Array =>
  concatBytes(
    [...text, "\0"].map((character) => Uint8Array.of(character.charCodeAt(0) >> 8, character.charCodeAt(0) & 255)),
  );
