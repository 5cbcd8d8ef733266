/** Bodies and headers by their structure: members by name and place, in batches, in base64 and in JSON inside texts. */
import { encodeBase64 } from "../../bytes/base64.js";
import type { Json } from "../exchange.js";
import { parseJson } from "../exchange.js";
import { decodeBinary } from "../model/binary.js";
import { isAddress, isForm, redactAddress, redactParameters } from "./addresses.js";
import { findMaterial, isCertificate } from "./key-material.js";
import type { Names } from "./names.js";
import { isNameMember } from "./names.js";
import type { SecretBook } from "./secret-book.js";
import { isPseudonym } from "./secret-book.js";
import { isOpenHeader, secretMember } from "./secret-names.js";

/** Redacts what it is given; what it meets on the way is learnt, so that everything is to be walked before it counts. */
export interface Structure {
  /** Any JSON value. */
  readonly value: (value: unknown) => unknown;
  /** Any text: a body that is no JSON, a header, a message. */
  readonly text: (text: string) => string;
  readonly address: (address: string) => string;
  readonly headers: (headers: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
}

/** Texts that have been walked through: what is in them is learnt, and need not be looked for again. */
export interface WalkedTexts {
  /** False the first time, and again when it was so long ago that it is forgotten. */
  readonly has: (text: string) => boolean;
}

const MOST_WALKED = 5_000;
const MOST_CHARACTERS = 4_000;

/** Remembers some: certificates and ids stand in one answer after the other. */
export function createWalkedTexts(): WalkedTexts {
  const walked = new Set<string>();
  return {
    has: (text) => {
      if (text.length > MOST_CHARACTERS) return false;
      if (walked.has(text)) return true;
      if (walked.size >= MOST_WALKED) walked.clear();
      walked.add(text);
      return false;
    },
  };
}

const HINT_CHARACTERS = 3;
const REDACTED = "[redacted]";
/** Members in a text that is no whole JSON, their quotes escaped or not; the last one may be missing. */
const NAMES = `(password|secretText|pkcs12Value|proof|client_?secret|client_?assertion|(?:access|refresh|id)_?token|key)`;
const MEMBERS = [
  new RegExp(String.raw`(")${NAMES}"(\s*:\s*)"((?:[^"\\]|\\[\s\S])*)`, "gi"),
  new RegExp(String.raw`(\\")${NAMES}\\"(\s*:\s*)\\"((?:[^"\\]|\\[^"])*)`, "gi"),
];

/**
 * @param names - where names are to become pseudonyms too
 * @param walked - of one that only learns: what it gives back is of no use then
 */
export function createStructure(book: SecretBook, names: Names | undefined, walked?: WalkedTexts): Structure {
  const address = (found: string): string =>
    // Walked as an address: as a text it would be another thing.
    walked?.has(`address ${found}`) === true ? found : redactAddress(found, book, names, material);

  /** Without secrets that can be told by their looks alone. */
  function material(found: string): string {
    const spans = findMaterial(found);
    let at = 0;
    const parts = spans.map(({ start, end, kind }) => {
      const part = found.slice(at, start) + book.pseudonym(found.slice(start, end), kind);
      at = end;
      return part;
    });
    return parts.join("") + found.slice(at);
  }

  function redactMember(whole: string, quote: string, name: string, colon: string, value: string): string {
    if (value === "" || isPseudonym(value) || (name.toLowerCase() === "key" && isCertificate(value))) return whole;
    return `${quote}${name}${quote}${colon}${quote}${book.pseudonym(unquoted(value), name)}`;
  }

  const text = (found: string): string => {
    if (found === "" || isPseudonym(found)) return found;
    if (isPlain(found)) {
      const known = book.replace(found);
      return names?.text(known) ?? known;
    }
    if (isForm(found)) return redactParameters(found, book, names, material);
    let plain = found;
    for (const pattern of MEMBERS) plain = plain.replaceAll(pattern, redactMember);
    const replaced = book.replace(material(plain));
    return names?.text(replaced) ?? replaced;
  };

  const leaf = (found: string): string => {
    if (walked?.has(found) === true) return found;
    // A name or password that happens to be in a certificate is known to everybody who has seen that.
    if (isCertificate(found)) return found;
    const inner = innerJson(found);
    if (inner !== undefined) {
      const before = JSON.stringify(inner.value);
      const after = JSON.stringify(value(inner.value));
      return before === after ? found : inner.encode(after);
    }
    return isAddress(found) ? redactAddress(found, book, names, material) : text(found);
  };

  /** All that stands in a member that is secret as a whole. */
  const secret = (found: unknown, name: string, holder: Json = {}): unknown => {
    if (Array.isArray(found)) return found.map((it) => secret(it, name));
    if (typeof found === "object" && found !== null) {
      return Object.fromEntries(Object.entries(found).map(([key, it]) => [text(key), secret(it, name)]));
    }
    if (typeof found !== "string" && typeof found !== "number") return found;
    const plain = String(found);
    // The empty password of a file is one; elsewhere an empty text says that nothing is there, as stars do.
    const isEmptyPassword = plain === "" && /^password$/i.test(name) && holder["pkcs12Value"] !== undefined;
    const isNothing = /^\**$/.test(plain) && !isEmptyPassword;
    if (isNothing || isPseudonym(plain)) return found;
    return book.pseudonym(plain, name, name === "key" && isCertificate(plain));
  };

  const member = (name: string, found: unknown, holder: Json): unknown => {
    const secretName = secretMember(name, holder);
    if (secretName !== undefined) return secret(found, secretName, holder);
    if (name === "hint" && typeof found === "string") return hint(found, holder["secretText"]);
    if (name === "headers" && typeof found === "object" && found !== null && !Array.isArray(found)) {
      return headers(found as Readonly<Record<string, string>>);
    }
    const isRelative = name === "url" && typeof found === "string" && found.startsWith("/");
    if (isRelative) return address(found);
    if (names !== undefined && typeof found === "string" && isNameMember(name)) return names.name(text(found));
    return value(found);
  };

  /** A hint beside its secret stays its beginning: what does not fit it is still seen. */
  const hint = (found: string, of: unknown): string => {
    if (found === "" || isPseudonym(found)) return found;
    const isRight = typeof of === "string" && of !== "" && of.slice(0, HINT_CHARACTERS) === found;
    if (!isRight) return book.pseudonym(found, "hint", true);
    return (isPseudonym(of) ? of : book.pseudonym(of, "secretText")).slice(0, HINT_CHARACTERS);
  };

  const value = (found: unknown): unknown => {
    if (typeof found === "string") return leaf(found);
    if (Array.isArray(found)) return found.map(value);
    if (typeof found !== "object" || found === null) return found;
    const holder = found as Json;
    return Object.fromEntries(Object.entries(holder).map(([name, it]) => [text(name), member(name, it, holder)]));
  };

  const headers: Structure["headers"] = (found) =>
    Object.fromEntries(
      Object.entries(found).map(([name, it]) => {
        if (isOpenHeader(name)) return [name, isAddress(it) ? address(it) : text(String(it))];
        learnHeader(name, it);
        return [name, REDACTED];
      }),
    );

  /** A token that came in a header may be told elsewhere; cookies are many and small, and are not looked for. */
  const learnHeader = (name: string, found: unknown): void => {
    if (!/^(?:proxy-)?authorization$/i.test(name) || typeof found !== "string") return;
    const token = found.replace(/^\s*(?:Bearer|Basic)\s+/i, "");
    if (token !== "" && token !== "…" && !isPseudonym(token)) book.pseudonym(token, "token");
  };

  return { value, text, address, headers };
}

/** A word, an id, a date: nothing that has a structure, and too short for a key. Most texts are such. */
function isPlain(found: string): boolean {
  return found.length <= 48 && !/["=]|eyJ|bearer|basic/i.test(found);
}

/** JSON inside a text: as it is, or in base64 of either alphabet, as a `$batch` carries it. */
function innerJson(found: string): { readonly value: object; readonly encode: (json: string) => string } | undefined {
  const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
  if (/^\s*[[{]/.test(found)) {
    const value = parseJson(found);
    return isObject(value) ? { value, encode: (json) => json } : undefined;
  }
  // `{` and `[` begin these four ways, whatever comes behind.
  if (!/^(?:e[wy]|ey|W[1-3yw])[A-Za-z0-9+/_\s-]+={0,2}$/.test(found)) return undefined;
  const isUrl = /[-_]/.test(found);
  const symbols = found.replaceAll(/[\s=]/g, "").replaceAll("-", "+").replaceAll("_", "/");
  const bytes = decodeBinary(symbols + "=".repeat((4 - (symbols.length % 4)) % 4));
  const value = bytes === undefined ? undefined : parseJson(new TextDecoder().decode(bytes));
  if (!isObject(value)) return undefined;
  const encode = (json: string): string => {
    const base64 = encodeBase64(new TextEncoder().encode(json));
    return isUrl ? base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "") : base64;
  };
  return { value, encode };
}

/** What a JSON string stands for, where its end may be missing. */
function unquoted(text: string): string {
  const value = parseJson(`"${text}"`);
  return typeof value === "string" ? value : text;
}
