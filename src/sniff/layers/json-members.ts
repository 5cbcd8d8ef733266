/**
 * Members of a JSON object (RFC 8259) at its top level, found without building the rest: a hostile text of some megabytes
 * would take a hundred times its size as objects.
 */
import { toCharacters } from "../../bytes/ascii.js";

/** The octets of one member's value. */
export interface JsonMember {
  /** As it stands there, its escapes resolved. */
  readonly name: string;
  readonly value: Uint8Array;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];
/** A character may be written as `\uXXXX`. */
const ESCAPE_BYTES = 6;
/** An object with more members is no request body. */
const MAX_MEMBERS = 1000;

/**
 * Finds the members of these names in any case; of two with one name the last counts, as in JSON.parse.
 * @param names - in lower case
 * @returns `undefined` for what is no whole object or has more than 1,000 members; values inside it are only looked at for their quotes and brackets
 */
export function findJsonMembers(text: Uint8Array, names: readonly string[]): readonly JsonMember[] | undefined {
  if (text[0] !== OPEN_BRACE) return undefined;
  const longest = Math.max(...names.map(({ length }) => length)) * ESCAPE_BYTES + 2;
  const found = new Map<string, JsonMember>();
  let at = skipWhiteSpace(text, 1);
  for (let count = 0; text[at] === QUOTE && count < MAX_MEMBERS; count++) {
    const nameEnd = endOfString(text, at);
    const colon = skipWhiteSpace(text, nameEnd);
    const valueStart = skipWhiteSpace(text, colon + 1);
    const valueEnd = endOfValue(text, valueStart);
    if (text[colon] !== COLON || valueEnd === valueStart) return undefined;
    const name = nameEnd - at > longest ? undefined : readJsonString(text.subarray(at, nameEnd));
    if (name !== undefined && names.includes(name.toLowerCase())) {
      found.set(name, { name, value: text.subarray(valueStart, valueEnd) });
    }
    at = skipWhiteSpace(text, valueEnd);
    if (text[at] !== COMMA) break;
    at = skipWhiteSpace(text, at + 1);
    if (text[at] === CLOSE_BRACE) return undefined;
  }
  const isWhole = text[at] === CLOSE_BRACE && skipWhiteSpace(text, at + 1) === text.length;
  return isWhole ? [...found.values()] : undefined;
}

/** The text of a JSON string with its quotes; `undefined` for what is none. */
export function readJsonString(literal: Uint8Array): string | undefined {
  if (literal[0] !== QUOTE || literal.length < 2) return undefined;
  if (literal.length <= 64 && !literal.includes(BACKSLASH)) {
    const text = toCharacters(literal);
    if (/^"[ !#-~]*"$/.test(text)) return text.slice(1, -1);
  }
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { ignoreBOM: true }).decode(literal));
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Behind the white space of JSON. */
function skipWhiteSpace(text: Uint8Array, from: number): number {
  let at = from;
  for (let octet = text[at]; octet === 0x20 || octet === 0x0a || octet === 0x0d || octet === 0x09; octet = text[at]) {
    at += 1;
  }
  return at;
}

/** Behind the closing quote of the string that begins here; behind the text where there is none. */
function endOfString(text: Uint8Array, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === QUOTE) return at + 1;
    if (text[at] === BACKSLASH) at += 1;
  }
  return text.length + 1;
}

/** Behind the value that begins here; `start` itself where none does. */
function endOfValue(text: Uint8Array, start: number): number {
  let depth = 0;
  let at = start;
  do {
    const octet = text[at];
    if (octet === undefined) return start;
    if (octet === QUOTE) {
      at = endOfString(text, at);
      continue;
    }
    if (octet === OPEN_BRACE || octet === OPEN_BRACKET) depth += 1;
    else if (octet === CLOSE_BRACE || octet === CLOSE_BRACKET) depth -= 1;
    else if (depth === 0) return endOfLiteral(text, at);
    at += 1;
  } while (depth > 0);
  return depth < 0 ? start : at;
}

/** Behind a number or one of the three words. */
function endOfLiteral(text: Uint8Array, start: number): number {
  let at = start;
  while (/[\w.+-]/.test(String.fromCharCode(text[at] ?? 0))) at += 1;
  return at;
}
