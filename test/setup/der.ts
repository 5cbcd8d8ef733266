/** Writes DER, and BER where a case asks for it, for inputs that no tool makes. */
import { concatBytes } from "../../src/bytes/buffer.js";

/** The octets of one or more values. */
export type Der = Uint8Array<ArrayBuffer>;

/** Joins parts. */
export function join(...parts: readonly Uint8Array[]): Der {
  return concatBytes(parts);
}

/** One value: identifier octet and contents, the length in as few octets as it takes. */
export function der(identifier: number, ...parts: readonly Uint8Array[]): Der {
  const content = join(...parts);
  const { length } = content;
  if (length < 0x80) return join(Uint8Array.of(identifier, length), content);
  const octets: number[] = [];
  for (let left = length; left > 0; left = Math.floor(left / 256)) octets.unshift(left & 0xff);
  return join(Uint8Array.of(identifier, 0x80 | octets.length, ...octets), content);
}

/** One constructed value of indefinite length (X.690 8.1.3.6). */
export function indefinite(identifier: number, ...parts: readonly Uint8Array[]): Der {
  return join(Uint8Array.of(identifier, 0x80), ...parts, Uint8Array.of(0, 0));
}

export const sequence = (...parts: readonly Uint8Array[]): Der => der(0x30, ...parts);
export const set = (...parts: readonly Uint8Array[]): Der => der(0x31, ...parts);
export const octetString = (...parts: readonly Uint8Array[]): Der => der(0x04, ...parts);
export const bitString = (...parts: readonly Uint8Array[]): Der => der(0x03, Uint8Array.of(0), ...parts);
export const nullValue = (): Der => der(0x05);

/** An OCTET STRING in one piece for each part. */
export const octetStringInPieces = (...parts: readonly Uint8Array[]): Der =>
  der(0x24, ...parts.map((part) => octetString(part)));

/** A value EXPLICITly tagged `[tagNumber]`, 0 to 30. */
export const explicit = (tagNumber: number, ...parts: readonly Uint8Array[]): Der => der(0xa0 | tagNumber, ...parts);

/** A primitive value IMPLICITly tagged `[tagNumber]`, 0 to 30. */
export const contextPrimitive = (tagNumber: number, ...parts: readonly Uint8Array[]): Der =>
  der(0x80 | tagNumber, ...parts);

export const utf8 = (text: string): Der => der(0x0c, new TextEncoder().encode(text));

/** A BMPString: UTF-16 units, highest octet first, no terminator. */
export function bmpString(text: string): Der {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return der(0x1e, Uint8Array.from(units.flatMap((unit) => [unit >> 8, unit & 0xff])));
}

/** An INTEGER that is not negative. */
export function integer(value: bigint | number): Der {
  const hex = value.toString(16);
  const padded = hex.length % 2 === 0 ? hex : `0${hex}`;
  const octets = Uint8Array.from(padded.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return (octets[0] ?? 0) >= 0x80 ? der(0x02, Uint8Array.of(0), octets) : der(0x02, octets);
}

/** An OBJECT IDENTIFIER from dotted form. */
export function oid(dotted: string): Der {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const octets = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc & 0x7f];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      groups.unshift((left & 0x7f) | 0x80);
    return groups;
  });
  return der(0x06, Uint8Array.from(octets));
}
