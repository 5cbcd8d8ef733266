/** Quotes around a text: a shell's, a program's, or those of a JSON string with its escapes (RFC 8259 section 7). */
import { trimAsciiWhiteSpace } from "../../bytes/ascii.js";
import type { Peeled } from "../layer.js";
import { readJsonString } from "./json-members.js";

const DOUBLE = 0x22;
const SINGLE = 0x27;
const BACKSLASH = 0x5c;

/** Takes one pair of quotes off, and the escapes of a JSON string; `undefined` where there is no pair. */
export function peelQuotes(bytes: Uint8Array): Peeled | undefined {
  const text = trimAsciiWhiteSpace(bytes);
  const [quote] = text;
  if (text.length < 2 || (quote !== DOUBLE && quote !== SINGLE) || text.at(-1) !== quote) return undefined;
  const content = text.subarray(1, -1);
  const unescaped = quote === DOUBLE && content.includes(BACKSLASH) ? readJsonString(text) : undefined;
  return {
    layer: { kind: "quotes" },
    bytes: unescaped === undefined ? content : new TextEncoder().encode(unescaped),
  };
}
