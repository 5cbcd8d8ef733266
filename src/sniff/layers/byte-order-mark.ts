/** Byte order marks (The Unicode Standard, section 23.8): UTF-8 with its signature, and both orders of UTF-16. */
import type { Peeled } from "../layer.js";

/** Takes the mark off; UTF-16 becomes UTF-8. `undefined` where there is none. */
export function peelByteOrderMark(bytes: Uint8Array): Peeled | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return { layer: { kind: "byte-order-mark", encoding: "utf-8" }, bytes: bytes.subarray(3) };
  }
  if (first === 0xff && second === 0xfe) {
    return { layer: { kind: "byte-order-mark", encoding: "utf-16le" }, bytes: utf16ToUtf8(bytes.subarray(2)) };
  }
  if (first === 0xfe && second === 0xff) {
    return { layer: { kind: "byte-order-mark", encoding: "utf-16be" }, bytes: utf16ToUtf8(swapped(bytes.subarray(2))) };
  }
  return undefined;
}

function utf16ToUtf8(bytes: Uint8Array): Uint8Array {
  // A second mark is a character of the text.
  return new TextEncoder().encode(new TextDecoder("utf-16le", { ignoreBOM: true }).decode(bytes));
}

/** The octets of each pair in the other order: not every runtime's TextDecoder knows both. */
function swapped(bytes: Uint8Array): Uint8Array {
  return bytes.map((octet, index) => bytes[index ^ 1] ?? octet);
}
