/**
 * Writes DER (X.690 section 10): each function gives one whole value, identifier and length octets included. What is
 * inside a constructed value comes as values written before; nothing is checked but what this room has to know.
 */
import { concatBytes } from "../bytes/buffer.js";
import { TAG } from "./values.js";

/** The octets of one value. */
export type Der = Uint8Array<ArrayBuffer>;

const CONSTRUCTED = 0x20;
const CONTEXT = 0x80;

/** Identifier and length octets around the contents; the length in as few octets as it takes (X.690 10.1). */
function writeValue(identifier: number, contents: readonly Uint8Array[]): Der {
  const content = concatBytes(contents);
  const length = unsignedOctets(content.length);
  const header =
    content.length < 0x80 ? [identifier, content.length] : [identifier, CONTEXT | length.length, ...length];
  return concatBytes([Uint8Array.from(header), content]);
}

/** Big-endian, at least one octet. */
function unsignedOctets(value: number): number[] {
  const octets = [value % 256];
  for (let left = Math.floor(value / 256); left > 0; left = Math.floor(left / 256)) octets.unshift(left % 256);
  return octets;
}

/** A SEQUENCE of these members. */
export function writeSequence(...members: readonly Uint8Array[]): Der {
  return writeValue(CONSTRUCTED | TAG.sequence, members);
}

/** A SET OF these members, in the ascending order of their encodings whatever theirs is here (X.690 11.6). */
export function writeSetOf(...members: readonly Uint8Array[]): Der {
  return writeValue(CONSTRUCTED | TAG.set, [...members].sort(compareOctets));
}

/** As if the shorter one were filled up with zeros; no DER value is the beginning of another. */
function compareOctets(a: Uint8Array, b: Uint8Array): number {
  const differing = a.findIndex((octet, index) => octet !== b[index]);
  return differing === -1 ? 0 : (a[differing] as number) - (b[differing] ?? 0);
}

/** An OCTET STRING. */
export function writeOctetString(octets: Uint8Array): Der {
  return writeValue(TAG.octetString, [octets]);
}

/** An OCTET STRING that is IMPLICITly tagged `[tagNumber]`, 0 to 30. */
export function writeImplicitOctetString(tagNumber: number, octets: Uint8Array): Der {
  return writeValue(CONTEXT | tagNumber, [octets]);
}

/** A value inside an EXPLICIT `[tagNumber]`, 0 to 30. */
export function writeExplicit(tagNumber: number, value: Uint8Array): Der {
  return writeValue(CONTEXT | CONSTRUCTED | tagNumber, [value]);
}

/** An INTEGER from 0 to 2^53 - 1: a version, a count or a length. */
export function writeCount(value: number): Der {
  const octets = unsignedOctets(value);
  if ((octets[0] ?? 0) >= 0x80) octets.unshift(0);
  return writeValue(TAG.integer, [Uint8Array.from(octets)]);
}

/** NULL. */
export function writeNull(): Der {
  return writeValue(TAG.null, []);
}

/** A BMPString of the text's UTF-16 units (RFC 7292 App. B.1 and every writer have pairs of them beyond U+FFFF). */
export function writeBmpString(text: string): Der {
  const octets = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    octets[2 * i] = text.charCodeAt(i) >> 8;
    octets[2 * i + 1] = text.charCodeAt(i);
  }
  return writeValue(TAG.bmpString, [octets]);
}

/** An OBJECT IDENTIFIER from dotted form, arcs of any size (X.690 8.19). */
export function writeObjectIdentifier(dotted: string): Der {
  const [root = 0n, second = 0n, ...rest] = dotted.split(".").map(BigInt);
  const octets = [root * 40n + second, ...rest].flatMap((arc) => {
    const groups = [Number(arc & 0x7fn)];
    for (let left = arc >> 7n; left > 0n; left >>= 7n) groups.unshift(Number(left & 0x7fn) | 0x80);
    return groups;
  });
  return writeValue(TAG.objectIdentifier, [Uint8Array.from(octets)]);
}
