/** The text form of distinguished names, read (RFC 4514); written by `formatName`. */
import { decodeWhole } from "../asn1/ber.js";
import { readCharacterString } from "../asn1/strings.js";
import { decodeHex } from "../bytes/hex.js";
import { MalformedError } from "../errors.js";
import { asMalformed } from "./malformed.js";

/** One attribute as the text has it. */
export interface ParsedAttribute {
  /** Short name or dotted identifier, as written: short names have no case. */
  readonly type: string;
  /** Without escapes; that of the character string where the value is in `#hex` form. */
  readonly text: string;
}

/** Section 2.3: a short name or a dotted identifier. */
const TYPE = /([A-Za-z][A-Za-z0-9-]*|(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*))+)=/y;

/** Section 2.4: a character for itself, an escaped one, or one octet of UTF-8 in hexadecimal. */
const PIECE = /\\([ "#+,;<=>\\])|\\([0-9A-Fa-f]{2})|[^\0"+,;<>\\\p{Cs}]/guy;

const HEX_VALUE = /#((?:[0-9A-Fa-f]{2})+)/y;

/**
 * Reads a name in the grammar of RFC 4514 section 3 and nothing beside it: no quotation marks, no `;` between RDNs and no
 * space around separators, as older grammars (RFC 1779, RFC 2253 section 4) had them, since programs differ in what these
 * mean. Short names of attributes are not looked up.
 * @param at - the place to name in errors, which append the index of the UTF-16 unit: `displayName[3]`
 * @returns the RDNs in the order of a certificate, the last of the text first; none for the empty text
 * @throws {MalformedError} `ERR_X509_NAME`
 */
export function parseName(text: string, at: string): readonly (readonly ParsedAttribute[])[] {
  const rdns: ParsedAttribute[][] = [];
  let separator: string | undefined = text === "" ? undefined : ",";
  let offset = 0;
  while (separator !== undefined) {
    const { attribute, end } = readAttribute(text, offset, at);
    if (separator === ",") rdns.push([attribute]);
    else rdns.at(-1)?.push(attribute);
    separator = text[end];
    if (separator !== undefined && separator !== "," && separator !== "+") throw misplaced(text, end, at);
    offset = end + 1;
  }
  return rdns.reverse();
}

interface Read<T> {
  readonly attribute: T;
  /** Where what follows stands. */
  readonly end: number;
}

function readAttribute(text: string, start: number, at: string): Read<ParsedAttribute> {
  const [assigned, type] = matchAt(TYPE, text, start) ?? [];
  if (assigned === undefined || type === undefined) {
    throw bad("an attribute type and =; a comma or plus sign in a value is written with a backslash", start, at);
  }
  const valueStart = start + assigned.length;
  const { attribute, end } =
    text[valueStart] === "#" ? readHex(text, valueStart, at) : readString(text, valueStart, at);
  return { attribute: { type, text: attribute }, end };
}

/** The value as the octets of its BER encoding. */
function readHex(text: string, start: number, at: string): Read<string> {
  const place = `${at}[${start}]`;
  const [whole, digits] = matchAt(HEX_VALUE, text, start) ?? [];
  if (whole === undefined || digits === undefined) {
    throw bad("pairs of hexadecimal digits after #, or \\# for the character", start, at);
  }
  const node = asMalformed("ERR_X509_NAME", "a value in BER", place, () => decodeWhole(decodeHex(digits, at), place));
  const value = readCharacterString(node);
  if (value === undefined) throw bad("a character string as the value", start, at);
  return { attribute: value, end: start + whole.length };
}

function readString(text: string, start: number, at: string): Read<string> {
  const encoder = new TextEncoder();
  const octets: number[] = [];
  let end = start;
  let last = "";
  for (const [piece, escaped, pair] of text.slice(start).matchAll(PIECE)) {
    if (pair === undefined) octets.push(...encoder.encode(escaped ?? piece));
    else octets.push(Number.parseInt(pair, 16));
    end += piece.length;
    last = piece;
  }
  if (text[start] === " ") throw bad("no space before a value; one that belongs to it is written \\20", start, at);
  if (last === " ") throw bad("no space behind a value; one that belongs to it is written \\20", end - 1, at);
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return { attribute: decoder.decode(Uint8Array.from(octets)), end };
  } catch (cause) {
    throw bad("octets in UTF-8 as the value", start, at, cause);
  }
}

/** The error for a character that neither belongs to a value nor ends it. */
function misplaced(text: string, offset: number, at: string): MalformedError {
  const character = text[offset];
  if (character === "\\") return bad("a special character or two hexadecimal digits after the backslash", offset, at);
  if (character === "\0") return bad("U+0000 as \\00", offset, at);
  if (character !== undefined && /\p{Cs}/u.test(character)) return bad("no lone surrogate", offset, at);
  if (character !== undefined && '";<>'.includes(character)) return bad(`a backslash before ${character}`, offset, at);
  return bad("a comma, a plus sign or the end behind a value", offset, at);
}

function bad(expected: string, offset: number, at: string, cause?: unknown): MalformedError {
  const place = `${at}[${offset}]`;
  return new MalformedError(`${place} expected ${expected} (RFC 4514)`, { code: "ERR_X509_NAME", at: place, cause });
}

/** A sticky match at the offset, on a copy of the pattern: those above keep no state. */
function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  const copy = new RegExp(pattern);
  copy.lastIndex = offset;
  return copy.exec(text);
}
