/** Hexadecimal text: `xxd -p`, columns with colons, .NET's BitConverter with hyphens, `0x` of SQL and `\x` of PostgreSQL. */
import { trimAsciiWhiteSpace } from "../../bytes/ascii.js";
import type { Peeled } from "../layer.js";

const PREFIX_ZERO = 0x30;
const BACKSLASH = 0x5c;
const LOWER_X = 0x78;
const OTHER = 16;
const SEPARATOR = 17;

/** Decodes pairs of digits of either case with any separators; `undefined` for what is no such text. */
export function peelHex(bytes: Uint8Array): Peeled | undefined {
  const text = trimAsciiWhiteSpace(bytes);
  const hasPrefix = (text[0] === PREFIX_ZERO || text[0] === BACKSLASH) && ((text[1] ?? 0) | 0x20) === LOWER_X;
  const decoded = new Uint8Array(text.length >> 1);
  let digits = 0;
  for (let i = hasPrefix ? 2 : 0; i < text.length; i++) {
    const meaning = meaningOf(text[i] as number);
    if (meaning === SEPARATOR) continue;
    if (meaning === OTHER) return undefined;
    const at = digits >> 1;
    decoded[at] = ((decoded[at] as number) << 4) | meaning;
    digits += 1;
  }
  if (digits === 0 || digits % 2 !== 0) return undefined;
  return { layer: { kind: "hex" }, bytes: decoded.subarray(0, digits / 2) };
}

function meaningOf(octet: number): number {
  if (octet >= 0x30 && octet <= 0x39) return octet - 0x30;
  const letter = octet | 0x20;
  if (letter >= 0x61 && letter <= 0x66) return letter - 0x61 + 10;
  const isSeparator = octet === 0x20 || (octet >= 0x09 && octet <= 0x0d) || octet === 0x3a || octet === 0x2d;
  return isSeparator ? SEPARATOR : OTHER;
}
