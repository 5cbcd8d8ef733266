/** data: URLs (RFC 2397) in base64, as browsers make them of files. */
import { toCharacters, trimAsciiWhiteSpace } from "../../bytes/ascii.js";
import { readBase64Text } from "../../bytes/base64-text.js";
import type { Peeled } from "../layer.js";

/** Media type and parameters are short in practice. */
const PREFIX_BYTES = 512;

/** Decodes what is behind the comma; `undefined` for another URL, or where that is no base64. */
export function peelDataUrl(bytes: Uint8Array): Peeled | undefined {
  const text = trimAsciiWhiteSpace(bytes);
  const [prefix] = /^data:[^,]*;base64,/i.exec(toCharacters(text.subarray(0, PREFIX_BYTES))) ?? [];
  if (prefix === undefined) return undefined;
  const reading = readBase64Text(text.subarray(prefix.length));
  return reading && { layer: { kind: "data-url" }, bytes: reading.bytes };
}
