/** Kind of a file by its outer shape. Decides nothing else: a file of the right kind may still be broken. */
import { trimAsciiWhiteSpace } from "../bytes/ascii.js";
import { derKind } from "./der-shape.js";
import type { FileKind } from "./file-kind.js";
import { joseKind } from "./jose.js";
import { magicKind } from "./magic-numbers.js";
import { hasConvertedLineEnds, isDecodedAsText } from "./mangled.js";
import { pemKind } from "./pem.js";
import { isReadable, looksLikeText, markedTextKind } from "./text-shape.js";

/**
 * Says what the bytes are, whole or cut off; never throws. What is wrapped into text or into a request body is called by
 * the wrapping: see `unwrap`.
 *
 * Looks at the first kilobytes, except for two things: PEM blocks anywhere in a text, and line ends in a binary file.
 */
export function sniff(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return "empty";
  if (hasConvertedLineEnds(bytes)) return "mangled";
  return derKind(bytes) ?? magicKind(bytes) ?? (isDecodedAsText(bytes) ? "mangled" : textKind(bytes));
}

function textKind(bytes: Uint8Array): FileKind {
  const text = trimAsciiWhiteSpace(bytes);
  if (text.length === 0) return "empty";
  if (!looksLikeText(text)) return "unknown";
  return markedTextKind(text) ?? joseKind(text) ?? pemKind(text) ?? (isReadable(text) ? "text" : "unknown");
}
