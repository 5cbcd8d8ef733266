/** Writes DER for cases that no tool makes. */

/** Joins parts. */
export function join(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** One value: identifier octet and contents. */
export function der(identifier: number, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const content = join(...parts);
  const { length } = content;
  if (length < 0x80) return Uint8Array.of(identifier, length, ...content);
  if (length < 0x100) return Uint8Array.of(identifier, 0x81, length, ...content);
  return Uint8Array.of(identifier, 0x82, length >> 8, length & 0xff, ...content);
}

export const sequence = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => der(0x30, ...parts);
export const octetString = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => der(0x04, ...parts);
export const bitString = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  der(0x03, Uint8Array.of(0), ...parts);
export const utf8 = (text: string): Uint8Array<ArrayBuffer> => der(0x0c, new TextEncoder().encode(text));

/** An INTEGER that is not negative. */
export function integer(value: bigint): Uint8Array<ArrayBuffer> {
  const hex = value.toString(16);
  const padded = hex.length % 2 === 0 ? hex : `0${hex}`;
  const octets = Uint8Array.from(padded.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return (octets[0] ?? 0) >= 0x80 ? der(0x02, Uint8Array.of(0), octets) : der(0x02, octets);
}

/** An OBJECT IDENTIFIER from dotted form. */
export function oid(dotted: string): Uint8Array<ArrayBuffer> {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const octets = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc & 0x7f];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      groups.unshift((left & 0x7f) | 0x80);
    return groups;
  });
  return der(0x06, Uint8Array.from(octets));
}
