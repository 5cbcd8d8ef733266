/** Kind of a file by its outer shape. Decides nothing else: a file of the right kind may still be broken. */

import type { FileKind } from "./file-kind.js";

const INTEGER = 0x02;
const OCTET_STRING = 0x04;
const OBJECT_IDENTIFIER = 0x06;
const SEQUENCE = 0x30;
const CONTEXT_0 = 0xa0;
const PFX_VERSION = 3;
const PEM_BEGIN = "-----BEGIN ";

/** One identifier with its length, as far as they are there. */
interface Header {
  readonly tag: number;
  readonly contentStart: number;
  /** `undefined` for an indefinite length. */
  readonly end: number | undefined;
}

/** Looks at the head only, so that a file that was cut off is still called by its kind. */
export function sniff(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return "empty";
  if (startsWithText(bytes, PEM_BEGIN)) return "pem";
  const outer = readHeader(bytes, 0);
  if (outer?.tag !== SEQUENCE) return "unknown";
  const first = readHeader(bytes, outer.contentStart);
  if (first === undefined) return "unknown";
  if (first.tag === INTEGER) return sniffVersioned(bytes, first);
  if (first.tag === OBJECT_IDENTIFIER) return "pkcs7";
  if (first.tag === SEQUENCE) return sniffCertificate(bytes, first);
  return "unknown";
}

/** PFX and PrivateKeyInfo both begin with a version: 3, and 0 or 1 before an algorithm and an OCTET STRING. */
function sniffVersioned(bytes: Uint8Array, version: Header): FileKind {
  const second = version.end === undefined ? undefined : readHeader(bytes, version.end);
  if (second?.tag !== SEQUENCE) return "unknown";
  const inner = readHeader(bytes, second.contentStart);
  if (inner?.tag !== OBJECT_IDENTIFIER) return "unknown";
  const third = second.end === undefined ? undefined : readHeader(bytes, second.end);
  if (third?.tag === OCTET_STRING && bytes[version.contentStart] !== PFX_VERSION) return "pkcs8";
  return "pfx";
}

/** TBSCertificate begins with `[0]` version or, in version 1, with the serial number (RFC 5280 section 4.1). */
function sniffCertificate(bytes: Uint8Array, tbsCertificate: Header): FileKind {
  const first = readHeader(bytes, tbsCertificate.contentStart);
  return first?.tag === CONTEXT_0 || first?.tag === INTEGER ? "certificate" : "unknown";
}

function readHeader(bytes: Uint8Array, offset: number): Header | undefined {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag === undefined || first === undefined) return undefined;
  if (first < 0x80) return { tag, contentStart: offset + 2, end: offset + 2 + first };
  const lengthBytes = first & 0x7f;
  const contentStart = offset + 2 + lengthBytes;
  if (lengthBytes === 0) return { tag, contentStart, end: undefined };
  let length = 0;
  for (let i = offset + 2; i < contentStart; i++) length = length * 256 + (bytes[i] ?? 0);
  return { tag, contentStart, end: contentStart + length };
}

function startsWithText(bytes: Uint8Array, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[i] !== text.charCodeAt(i)) return false;
  return true;
}
