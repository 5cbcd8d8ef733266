/** Wraps bytes as users, shells and programs do. */
import { encodeBase64 } from "../../../src/bytes/base64.js";
import { join } from "../../setup/der.js";

export type Bytes = Uint8Array<ArrayBuffer>;

/** A text in UTF-8. */
export const utf8 = (text: string): Bytes => join(new TextEncoder().encode(text));

/** One octet for each character, 0 to 255. */
export const octets = (characters: string): Bytes => Uint8Array.from(characters, (it) => it.charCodeAt(0));

/** Pairs of hexadecimal digits, with spaces wherever they help. */
export const fromHex = (digits: string): Bytes =>
  Uint8Array.from(digits.match(/[0-9a-f]{2}/gi) ?? [], (pair) => Number.parseInt(pair, 16));

const decode = (text: Uint8Array): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(text);
const chunks = (text: string, size: number): readonly string[] => text.match(new RegExp(`.{1,${size}}`, "g")) ?? [];

/** Standard base64 in one line, or in lines of 64 characters with `lineBreak` between them. */
export function base64(bytes: Uint8Array, lineBreak = ""): Bytes {
  return utf8(chunks(encodeBase64(bytes), 64).join(lineBreak));
}

/** Base64url, without padding unless it is asked for. */
export function base64url(bytes: Uint8Array, isPadded = false): Bytes {
  const text = encodeBase64(bytes).replaceAll("+", "-").replaceAll("/", "_");
  return utf8(isPadded ? text : text.replaceAll("=", ""));
}

/** Hexadecimal in lower case with `separator` between the pairs. */
export function hexText(bytes: Uint8Array, separator = ""): Bytes {
  return utf8(Array.from(bytes, (octet) => octet.toString(16).padStart(2, "0")).join(separator));
}

/** One PEM block. */
export function pemBlock(bytes: Uint8Array, label: string): Bytes {
  return utf8(`-----BEGIN ${label}-----\n${decode(base64(bytes, "\n"))}\n-----END ${label}-----\n`);
}

/** A data: URL. */
export const dataUrl = (bytes: Uint8Array, mediaType = "application/x-pkcs12"): Bytes =>
  join(utf8(`data:${mediaType};base64,`), base64(bytes));

/** A text in quotes, as it is. */
export const quoted = (text: Uint8Array, quote: '"' | "'" = '"'): Bytes => join(utf8(quote), text, utf8(quote));

/** A text as a JSON string. */
export const jsonString = (text: Uint8Array): Bytes => utf8(JSON.stringify(decode(text)));

/** A body of uploadClientCertificate with a text in `pkcs12Value`. */
export const requestBody = (pkcs12Value: Uint8Array, others: object = { password: "" }): Bytes =>
  utf8(JSON.stringify({ pkcs12Value: decode(pkcs12Value), ...others }));

/** A text in UTF-8 behind its mark; binary may stand there too. */
export const withMark = (bytes: Uint8Array): Bytes => join(fromHex("EF BB BF"), bytes);

/** A text in UTF-16 behind its mark. */
export function utf16(text: Uint8Array, order: "le" | "be"): Bytes {
  const characters = `\uFEFF${decode(text)}`;
  const units = Array.from({ length: characters.length }, (_, index) => characters.charCodeAt(index));
  const pairs = units.flatMap((unit) => (order === "le" ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff]));
  return Uint8Array.from(pairs);
}
