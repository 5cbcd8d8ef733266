/** Binary files that a program treated as text on their way, where what is left of them shows it. */
import { toCharacters } from "../bytes/ascii.js";
import { readHeader, TAG } from "./der-header.js";
import { isControl } from "./text-shape.js";

const HEAD_BYTES = 512;
const REPLACEMENT = "\uFFFD";
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * The first octets of DER in characters. The octet 80 to 84 that says how many octets of length follow was taken for one of
 * Latin-1 or Windows-1252, or became a question mark or U+FFFD; what comes after them is a version or a certificate.
 */
const LENGTH = "[\\x80-\\x84€‚ƒ„?\\uFFFD]";
const DER_AS_TEXT = new RegExp(`^0${LENGTH}.{0,4}(?:\\x02\\x01[\\0-\\x03]0|0${LENGTH}.{0,4}.\\x03\\x02\\x01)`, "su");

/**
 * Whether octets were lost or changed in a decoder of characters: they were no UTF-8 and became U+FFFD, or were taken for
 * another encoding and written as UTF-8.
 */
export function isDecodedAsText(bytes: Uint8Array): boolean {
  const head = decodeHead(bytes);
  if (head === undefined) return false;
  const isReplaced =
    head.includes(REPLACEMENT) && Array.from(head).some((character) => isControl(character.charCodeAt(0)));
  return isReplaced || DER_AS_TEXT.test(head);
}

/** `undefined` where the head is no UTF-8. */
function decodeHead(bytes: Uint8Array): string | undefined {
  try {
    // As a stream: the head may end within a character.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, HEAD_BYTES), {
      stream: true,
    });
  } catch {
    return undefined;
  }
}

/**
 * Whether each LF in a DER file became CR LF: all have a CR before them, and without these the file is exactly as long as
 * its first octets say, which it is not with them.
 */
export function hasConvertedLineEnds(bytes: Uint8Array): boolean {
  if (bytes[0] !== TAG.sequence || readHeader(bytes, 0)?.end === bytes.length) return false;
  let lines = 0;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) {
    if (bytes[at - 1] !== CARRIAGE_RETURN) return false;
    lines += 1;
  }
  if (lines === 0) return false;
  const head = toCharacters(bytes.subarray(0, 24)).replaceAll("\r\n", "\n");
  const undone = Uint8Array.from(head, (character) => character.charCodeAt(0));
  return readHeader(undone, 0)?.end === bytes.length - lines;
}
