/** Base64 as text carries it: either alphabet of RFC 4648, padded or not, with white space in it. */

/** What was read, and in which form it stood there. */
export interface Base64Text {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** RFC 4648 section 4 or 5; `base64` where no symbol tells them apart. */
  readonly alphabet: "base64" | "base64url";
  /** False where `=` is missing at the end; a text whose length asks for none is padded. */
  readonly isPadded: boolean;
  /** Between symbols; CR LF counts once. */
  readonly lineBreaks: number;
}

const PLUS = 0x2b;
const SLASH = 0x2f;
const MINUS = 0x2d;
const UNDERSCORE = 0x5f;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** What an octet is, where it is none of the 64 symbols. */
const PADDING = 64;
const WHITE_SPACE = 65;
const OTHER = 66;

/**
 * Decodes ASCII octets in one pass.
 *
 * Strict in its symbols: both alphabets in one text, a `=` that is not at the end and anything else are refused. White
 * space is that of .NET's Convert.FromBase64String: tab, line feed, carriage return, space. A single symbol after the
 * last whole group is dropped: that is how a text looks that was cut off.
 * @returns `undefined` for what is no base64, and for a text without a symbol
 */
export function readBase64Text(text: Uint8Array): Base64Text | undefined {
  const meanings = meaningsOfOctets();
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let length = 0;
  let symbols = 0;
  let padding = 0;
  let group = 0;
  let lineBreaks = 0;
  let pendingLineBreaks = 0;
  let isStandard = false;
  let isUrl = false;
  for (let i = 0; i < text.length; i++) {
    const octet = text[i] as number;
    const meaning = meanings[octet] as number;
    if (meaning < 64) {
      if (padding > 0) return undefined;
      if (octet === PLUS || octet === SLASH) isStandard = true;
      else if (octet === MINUS || octet === UNDERSCORE) isUrl = true;
      if (pendingLineBreaks > 0) {
        if (symbols > 0) lineBreaks += pendingLineBreaks;
        pendingLineBreaks = 0;
      }
      symbols += 1;
      group = (group << 6) | meaning;
      if ((symbols & 3) === 0) {
        bytes[length] = group >> 16;
        bytes[length + 1] = group >> 8;
        bytes[length + 2] = group;
        length += 3;
        group = 0;
      }
    } else if (meaning === PADDING) {
      padding += 1;
    } else if (meaning === WHITE_SPACE) {
      if (octet === LINE_FEED || (octet === CARRIAGE_RETURN && text[i + 1] !== LINE_FEED)) pendingLineBreaks += 1;
    } else {
      return undefined;
    }
  }
  const rest = symbols & 3;
  const missing = (4 - rest) & 3;
  const isSound = padding === 0 || (padding === missing && rest !== 1);
  if (symbols === 0 || !isSound || (isStandard && isUrl)) return undefined;
  if (rest >= 2) bytes[length++] = rest === 2 ? group >> 4 : group >> 10;
  if (rest === 3) bytes[length++] = group >> 2;
  return {
    bytes: bytes.subarray(0, length),
    alphabet: isUrl ? "base64url" : "base64",
    isPadded: padding === missing,
    lineBreaks,
  };
}

function meaningsOfOctets(): Uint8Array {
  const meanings = new Uint8Array(256).fill(OTHER);
  for (let i = 0; i < 26; i++) {
    meanings[0x41 + i] = i;
    meanings[0x61 + i] = 26 + i;
  }
  for (let i = 0; i < 10; i++) meanings[0x30 + i] = 52 + i;
  meanings[PLUS] = meanings[MINUS] = 62;
  meanings[SLASH] = meanings[UNDERSCORE] = 63;
  meanings[0x3d] = PADDING;
  meanings[0x09] = meanings[LINE_FEED] = meanings[CARRIAGE_RETURN] = meanings[0x20] = WHITE_SPACE;
  return meanings;
}
