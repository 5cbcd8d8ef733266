/** Addresses and forms: what their parameters hold, by name. */
import type { Names } from "./names.js";
import type { SecretBook } from "./secret-book.js";
import { secretParameter } from "./secret-names.js";

const PARTS = /^([a-z][a-z0-9+.-]*:\/\/)([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?$/is;

/** Whether a text is an address with an authority. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(text);
}

/** Whether a text is a form (`application/x-www-form-urlencoded`) that has something secret in it. */
export function isForm(text: string): boolean {
  const fields = text.split("&");
  return (
    /^[\w.%+~$-]+=[^\s=][^\s]*$/.test(text) &&
    fields.some((field) => secretParameter(decode(field.replace(/=.*$/s, ""))) !== undefined)
  );
}

/**
 * An address without its secrets: of the authority what comes before `@`; parameters of query and fragment by name; what
 * is known wherever it stands behind the authority. Stays an address.
 * @param names - where hosts and GUIDs are to go too
 * @param rest - what is done with other text
 */
export function redactAddress(
  address: string,
  book: SecretBook,
  names: Names | undefined,
  rest: (text: string) => string,
): string {
  const [, scheme = "", authority = "", path = "", query = "", fragment = ""] = PARTS.exec(address) ?? [];
  if (scheme === "") {
    // Relative: `/servicePrincipals?$top=1` of a batch.
    const [, place = "", more = ""] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
    return redactPath(place, book, names, rest) + redactParameters(more, book, names, rest);
  }
  const at = authority.lastIndexOf("@");
  const user = at < 0 ? "" : `${encodeURIComponent(book.pseudonym(authority.slice(0, at), "user"))}@`;
  const host = authority.slice(at + 1);
  return [
    scheme,
    user,
    names?.host(host) ?? host,
    redactPath(path, book, names, rest),
    redactParameters(query, book, names, rest),
    redactParameters(fragment, book, names, rest),
  ].join("");
}

function redactPath(path: string, book: SecretBook, names: Names | undefined, rest: (text: string) => string): string {
  if (path === "" || path === "/") return path;
  const replaced = book.replace(rest(path), encodeURIComponent);
  return names?.guids(replaced) ?? replaced;
}

/** A query, fragment or form, with its first `?` or `#` if it has one. */
export function redactParameters(
  text: string,
  book: SecretBook,
  names: Names | undefined,
  rest: (text: string) => string,
): string {
  if (text.length < 2) return text;
  const sign = /^[?#]/.test(text) ? text.charAt(0) : "";
  const fields = text
    .slice(sign.length)
    .split("&")
    .map((field) => {
      const at = field.indexOf("=");
      const name = decode(field.slice(0, Math.max(at, 0)));
      const secret = at < 0 ? undefined : (secretParameter(name) ?? cursor(name, names));
      const value = field.slice(at + 1);
      if (secret !== undefined && value !== "") {
        const plain = decode(value.replaceAll("+", "%20"));
        const shown = /^\[.*\]$/.test(plain) ? plain : book.pseudonym(plain, secret);
        return field.slice(0, at + 1) + encodeURIComponent(shown);
      }
      const replaced = book.replace(rest(field), encodeURIComponent);
      return names === undefined ? replaced : redactNames(replaced, names);
    });
  return sign + fields.join("&");
}

/** An opaque cursor may hold the names of objects in whatever encoding. */
function cursor(name: string, names: Names | undefined): string | undefined {
  return names !== undefined && /^\$?(?:skiptoken|deltatoken)$/i.test(name) ? name.replace(/^\$/, "") : undefined;
}

function redactNames(field: string, names: Names): string {
  const plain = decode(field);
  const named = names.text(plain);
  if (named === plain) return field;
  const raw = names.text(field);
  // Spelling is kept where it can be: `%24filter` and `$filter` are not the same to everybody.
  return raw !== field && decode(raw) === named ? raw : encodeURI(named).replaceAll("#", "%23");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
