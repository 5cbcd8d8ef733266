/** Secrets that nobody has to name, since they look like nothing else: tokens, PFX files, private keys. */
import { decodeHex } from "../../bytes/hex.js";
import { derKind } from "../../sniff/der-shape.js";
import { parseJson, toJson } from "../exchange.js";
import { decodeBinary } from "../model/binary.js";
import type { Span } from "./search.js";

/** What was found. */
export type MaterialKind = "token" | "pfx" | "private key";

/** The lengths of file that are looked at: enough for the head that tells its kind. */
const HEAD_BYTES = 192;
/** An Ed25519 key has 48 octets; what is shorter is none. */
const LEAST_BYTES = 40;

/** No header of a JWT and no bearer token is shorter. */
const LEAST_CHARACTERS = 12;

const BEARER = /\bBearer(?:\s|%20|\+)+([A-Za-z0-9._~+/-]{16,}=*)(?![=\w"]*")/gi;
const SENT_BEARER = /\bauthorization\W{1,8}(?:Bearer|Basic)\s+([A-Za-z0-9._~+/-]{4,}=*)/gi;
const JOSE = /eyJ[A-Za-z0-9_-]{4,}(?:\.[A-Za-z0-9_-]*){1,4}/g;
const PEM = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)/g;
const BREAK = String.raw`(?:\r?\n|(?:\\r)?\\n)(?=[A-Za-z0-9+/]{4})`;
/** A SEQUENCE begins with `M` and one of sixteen letters; before it stands what is no symbol, or one that separates. */
const BASE64 = new RegExp(
  String.raw`(?<![A-Za-z0-9])M[A-P](?:[A-Za-z0-9+/_-]|\\/|\\u002[Bb]|%2[BbFf]|${BREAK}){50,}={0,2}`,
  "g",
);
const HEX = /(?<![0-9a-f])30(?:[0-9a-f]{2}){40,}/gi;

/** All places in a text, from left to right, none inside another. */
export function findMaterial(text: string): readonly (Span & { readonly kind: MaterialKind })[] {
  if (text.length < LEAST_CHARACTERS) return [];
  const found = [
    ...matches(text, "eyJ", JOSE, (it) => (isJose(it) ? "token" : undefined)),
    ...matches(text, "earer", BEARER, (it) => (/\d|[a-z][A-Z]/.test(it) ? "token" : undefined)),
    ...matches(text, "uthorization", SENT_BEARER, () => "token"),
    ...matches(text, "PRIVATE KEY", PEM, () => "private key"),
    ...matches(text, "M", BASE64, kindOfBase64),
    ...matches(text, "30", HEX, kindOfHex),
  ].sort((one, other) => one.start - other.start || other.end - one.end);
  let end = 0;
  return found.filter((span) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

type Found = Span & { readonly kind: MaterialKind };

/** @param sign - without which no match is possible: most texts are done with here */
function matches(
  text: string,
  sign: string,
  pattern: RegExp,
  kindOf: (match: string) => MaterialKind | undefined,
): readonly Found[] {
  if (!text.includes(sign) && !text.includes(sign.toUpperCase())) return [];
  return [...text.matchAll(pattern)].flatMap((match): Found[] => {
    const value = match[1] ?? match[0];
    const end = match.index + match[0].length;
    const kind = kindOf(value);
    return kind === undefined ? [] : [{ start: end - value.length, end, kind }];
  });
}

/** JWS or JWE (RFC 7515, RFC 7516): the header is an object, the body of a JWS too. */
function isJose(text: string): boolean {
  const [header = "", body = ""] = text.split(".");
  const { alg, typ, enc } = toJson(parseJson(decodeUrl(header) ?? ""));
  if (alg === undefined && typ === undefined) return false;
  return enc !== undefined || typeof parseJson(decodeUrl(body) ?? "") === "object";
}

function decodeUrl(base64url: string): string | undefined {
  const bytes = decodeBinary(padded(base64url.replaceAll("-", "+").replaceAll("_", "/")));
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

function kindOfBase64(text: string): MaterialKind | undefined {
  const symbols = text
    .slice(0, HEAD_BYTES * 2)
    .replaceAll(/\\[rn]|\s|=/g, "")
    .replaceAll(/\\u002b|%2b|-/gi, "+")
    .replaceAll(/\\\/|%2f|_/gi, "/");
  return kindOfDer(decodeBinary(padded(symbols)));
}

function kindOfHex(text: string): MaterialKind | undefined {
  return kindOfDer(decodeHex(text.slice(0, HEAD_BYTES * 2), "text"));
}

function kindOfDer(bytes: Uint8Array | undefined): MaterialKind | undefined {
  if (bytes === undefined || bytes.length < LEAST_BYTES) return undefined;
  const kind = derKind(bytes.subarray(0, HEAD_BYTES));
  if (kind === "pfx") return "pfx";
  return ["pkcs8", "encrypted-pkcs8", "rsa-private-key", "ec-private-key"].includes(kind ?? "")
    ? "private key"
    : undefined;
}

/** Whether a text is one certificate in base64 and nothing behind it, which is for everybody to see. */
export function isCertificate(text: string): boolean {
  if (!text.startsWith("M") || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return false;
  // The head is enough: the rest is only counted.
  const bytes = decodeBinary(text.slice(0, (HEAD_BYTES / 3) * 4));
  if (bytes === undefined || derKind(bytes) !== "certificate") return false;
  // Certificates have 128 to 65,535 octets, which is one or two octets of length (X.690 section 8.1.3.5).
  const [, form, high = 0, low = 0] = bytes;
  const length = form === 0x81 ? high + 3 : form === 0x82 ? high * 256 + low + 4 : undefined;
  return length === (text.length / 4) * 3 - (text.length - text.replace(/=+$/, "").length);
}

/** To whole groups: a symbol too many is dropped. */
function padded(symbols: string): string {
  const rest = symbols.length % 4;
  return rest === 1 ? symbols.slice(0, -1) : symbols + "=".repeat(rest === 0 ? 0 : 4 - rest);
}
