/** ASCII in octets: short texts found and read without decoding the whole. */

/** Whether `text`, ASCII only, stands at this offset. */
export function hasAsciiAt(bytes: Uint8Array, offset: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[offset + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** Where `text`, ASCII only and not empty, stands next; -1: nowhere from `from` on. For short texts. */
export function indexOfAscii(bytes: Uint8Array, text: string, from: number): number {
  const first = text.charCodeAt(0);
  const behind = text.length - 1;
  const last = text.charCodeAt(behind);
  for (let at = from; at < bytes.length - behind; at++) {
    if (bytes[at] === first && bytes[at + behind] === last && hasAsciiAt(bytes, at, text)) return at;
  }
  return -1;
}

/** One character for each octet, 0 to 255; for pieces of some kilobytes. */
export function toCharacters(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** The view without the white space of ASCII at both ends. */
export function trimAsciiWhiteSpace(bytes: Uint8Array): Uint8Array {
  let start = 0;
  let end = bytes.length;
  while (start < end && isWhiteSpace(bytes[start] as number)) start += 1;
  while (end > start && isWhiteSpace(bytes[end - 1] as number)) end -= 1;
  return bytes.subarray(start, end);
}

/** Space and U+0009 to U+000D. */
function isWhiteSpace(octet: number): boolean {
  return octet === 0x20 || (octet >= 0x09 && octet <= 0x0d);
}
