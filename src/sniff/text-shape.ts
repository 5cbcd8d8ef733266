/** Kinds of text by its beginning. */
import { toCharacters } from "../bytes/ascii.js";
import type { FileKind } from "./file-kind.js";

const HEAD_BYTES = 4096;

/** Each with what its text begins with, white space aside. */
const BEGINNINGS: readonly (readonly [FileKind, RegExp])[] = [
  ["openssh-key", /^-----BEGIN OPENSSH PRIVATE KEY-/],
  // RFC 4716
  ["openssh-key", /^---- BEGIN SSH2 /],
  ["openssh-key", /^(?:ssh-(?:rsa|dss|ed25519|ed448)|ecdsa-sha2-[\w-]+|sk-[\w.@-]+) AAAA/],
  ["putty-key", /^PuTTY-User-Key-File-/],
  ["html", /^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype html|html|head|body|title|meta|script)\b/i],
  ["xml", /^<(?:\?xml\s|!--|[a-z_][\w:.-]*[\s>/])/i],
  ["json", /^\{\s*(?:["}]|$)/],
  // A line of a log or the section of an INI file begins with a bracket too.
  ["json", /^\[\s*(?:[{"\]]|-?\d+\s*[,\]]|$)/],
];

/** Whether the head can be text at all, in UTF-8 or any other encoding whose octets below 80 are ASCII. */
export function looksLikeText(text: Uint8Array): boolean {
  return !text.subarray(0, HEAD_BYTES).some(isControl);
}

/** A control character that text does not have, even that of a terminal: it has bell to carriage return, and escape. */
export function isControl(code: number): boolean {
  return code < 0x20 && (code < 0x07 || code > 0x0d) && code !== 0x1b;
}

/**
 * The kind of a text with a beginning of its own; `undefined`: none of these.
 * @param text - without white space around it
 */
export function markedTextKind(text: Uint8Array): FileKind | undefined {
  const head = toCharacters(text.subarray(0, HEAD_BYTES));
  return BEGINNINGS.find(([, beginning]) => beginning.test(head))?.[0];
}

/** Whether what looks like text is in UTF-8, or for the most part in ASCII: a few octets may look like text by chance. */
export function isReadable(text: Uint8Array): boolean {
  const head = text.subarray(0, HEAD_BYTES);
  try {
    // As a stream: the head may end within a character.
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return head.reduce((count, octet) => count + (octet < 0x80 ? 1 : 0), 0) * 4 >= head.length * 3;
  }
}
