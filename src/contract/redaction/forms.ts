/** One secret as it can stand in a text: as it is and in the encodings that bodies, addresses and headers use. */
import { encodeBase64 } from "../../bytes/base64.js";
import { encodeHex } from "../../bytes/hex.js";
import { decodeBinary } from "../model/binary.js";

/** One way in which a secret is written. */
export interface Form {
  readonly text: string;
  /** Whether it counts only as a word of its own: so short that it occurs in other words by chance. */
  readonly isWord: boolean;
  /** Whether `text` is only the beginning, behind which more of the same alphabet belongs to it. */
  readonly isHead: boolean;
}

/** Of longer base64 the beginning is looked for: a PFX is told from others by then, since its salt is random. */
const HEAD_CHARACTERS = 300;
const WORD_CHARACTERS = 8;
/** Fewer octets than these are too few to be called a file. */
const FILE_BYTES = 24;

/** A secret's forms, each once; those so short that they say nothing are left out. */
export function formsOf(secret: string): readonly Form[] {
  const isLong = secret.length > HEAD_CHARACTERS && /^[A-Za-z0-9+/_=.-]+$/.test(secret);
  const text = isLong ? secret.slice(0, 2 * HEAD_CHARACTERS) : secret;
  const octets = new TextEncoder().encode(text);
  const file = isLong || secret.length >= FILE_BYTES ? decodeBinary(secret) : undefined;
  const found = new Map<string, Form>();
  const add = (forms: readonly string[], least: number): void => {
    for (const form of forms) {
      const kept = isLong ? form.slice(0, HEAD_CHARACTERS) : form;
      if (kept.length < least) continue;
      found.set(kept, { text: kept, isWord: kept.length < WORD_CHARACTERS, isHead: isLong });
    }
  };
  add(textForms(text), 1);
  add(octetForms(octets), WORD_CHARACTERS - 2);
  add(alignedForms(octets), WORD_CHARACTERS);
  if (file !== undefined && file.length >= FILE_BYTES) add(octetForms(file), FILE_BYTES);
  return [...found.values()];
}

/** Escapes of JSON (up to three layers of it, one with ASCII alone), of addresses, of forms and of HTML. */
function textForms(secret: string): readonly string[] {
  const wellFormed = new TextDecoder().decode(new TextEncoder().encode(secret));
  const percent = encodeURIComponent(wellFormed);
  const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);
  const once = escaped(secret);
  const ascii = once.replaceAll(/[^ -~]|[&'+<>]/g, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const html = secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return [
    secret,
    once,
    escaped(once),
    escaped(escaped(once)),
    once.replaceAll("/", "\\/"),
    ascii,
    ascii.replaceAll(/\\u[0-9a-f]{4}/g, (it) => `\\u${it.slice(2).toUpperCase()}`),
    percent,
    percent.replaceAll(/%[0-9A-F]{2}/g, (it) => it.toLowerCase()),
    percent.replaceAll("%20", "+"),
    percent.replaceAll(/[!'()*~]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`),
    encodeURI(wellFormed),
    new URLSearchParams({ "": wellFormed }).toString().slice(1),
    html,
    html.replaceAll('"', "&quot;").replaceAll("'", "&#39;"),
  ];
}

/** Base64 in both alphabets, hexadecimal in both cases. */
function octetForms(octets: Uint8Array): readonly string[] {
  const base64 = encodeBase64(octets).replace(/=+$/, "");
  const hex = encodeHex(octets);
  return [base64, toUrlAlphabet(base64), hex, hex.toLowerCase()];
}

/** The secret inside a longer text that was encoded as a whole: the symbols that depend on it alone, for each alignment. */
function alignedForms(octets: Uint8Array): readonly string[] {
  return [0, 1, 2].flatMap((offset) => {
    const shifted = new Uint8Array(octets.length + offset);
    shifted.set(octets, offset);
    const symbols = encodeBase64(shifted).replace(/=+$/, "");
    const from = Math.ceil((offset * 4) / 3);
    const text = symbols.slice(from, Math.floor((shifted.length * 8) / 6));
    return [text, toUrlAlphabet(text)];
  });
}

const toUrlAlphabet = (base64: string): string => base64.replaceAll("+", "-").replaceAll("/", "_");
