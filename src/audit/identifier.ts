/** Which certificate a customKeyIdentifier names, and how far that can be read out of it. */
import { readBase64Text } from "../bytes/base64-text.js";
import { encodeHex } from "../bytes/hex.js";
import { readCustomKeyIdentifier } from "../graph/custom-key-identifier.js";
import type { Certificate } from "../x509/certificate.js";
import { thumbprint, thumbprintSha256 } from "../x509/thumbprint.js";

/** SHA-1 in hexadecimal, either case. */
export const THUMBPRINT: RegExp = /^[0-9a-f]{40}$/i;

/** The octets; `undefined` for an absent identifier and for what is no base64. */
export function decodeIdentifier(text: string | null | undefined): Uint8Array | undefined {
  return typeof text === "string" ? readCustomKeyIdentifier(text).octets : undefined;
}

/** The text that was encoded a second time: 28 octets which are the base64 of 20. */
export function innerBase64(octets: Uint8Array): Uint8Array | undefined {
  if (octets.length !== 28) return undefined;
  const inner = readBase64Text(octets)?.bytes;
  return inner?.length === 20 ? inner : undefined;
}

/** The thumbprint that can be read out of an identifier, upper-case; `undefined` where it holds another digest, or none. */
export function thumbprintIn(text: string | null | undefined): string | undefined {
  if (typeof text !== "string") return undefined;
  const { octets, hexText } = readCustomKeyIdentifier(text);
  if (hexText !== undefined || octets === undefined) return hexText;
  if (octets.length === 20) return encodeHex(octets);
  const characters = octets.length === 40 ? String.fromCharCode(...octets) : "";
  if (THUMBPRINT.test(characters)) return characters.toUpperCase();
  const inner = innerBase64(octets);
  return inner === undefined ? undefined : encodeHex(inner);
}

/** Whether an identifier follows a known convention for a thumbprint of 40 hex digits. */
export function namesThumbprint(text: string | null | undefined, sha1: string): boolean {
  return typeof text === "string" && readCustomKeyIdentifier(text, sha1).conventions.length > 0;
}

/** Whether an identifier names this certificate by a known convention, or by the SHA-256 over its DER. */
export function namesCertificate(text: string | null | undefined, { der }: Certificate): boolean {
  if (namesThumbprint(text, thumbprint(der))) return true;
  const octets = decodeIdentifier(text);
  return octets !== undefined && encodeHex(octets) === thumbprintSha256(der);
}
