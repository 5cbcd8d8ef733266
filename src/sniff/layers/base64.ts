/** Base64 text around a file, or around another text. */
import { trimAsciiWhiteSpace } from "../../bytes/ascii.js";
import { readBase64Text } from "../../bytes/base64-text.js";
import type { Peeled } from "../layer.js";

/** Decodes a text that is base64 and nothing else; `undefined` for any other. */
export function peelBase64(bytes: Uint8Array): Peeled | undefined {
  const reading = readBase64Text(trimAsciiWhiteSpace(bytes));
  if (reading === undefined) return undefined;
  const { alphabet, isPadded, lineBreaks } = reading;
  return { layer: { kind: "base64", alphabet, isPadded, lineBreaks }, bytes: reading.bytes };
}
