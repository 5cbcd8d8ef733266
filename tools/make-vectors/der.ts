/** Just enough DER to write a PFX by hand, and the BER that real files contain: each function gives one whole value. */

type Part = Uint8Array;

export function concat(...parts: readonly Part[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}

function length(count: number): Uint8Array {
  if (count < 0x80) return Uint8Array.of(count);
  const digits: number[] = [];
  for (let rest = count; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  return Uint8Array.of(0x80 | digits.length, ...digits);
}

/** One value: its tag octet, the length, the parts one after the other. */
export function value(tag: number, ...parts: readonly Part[]): Uint8Array {
  const content = concat(...parts);
  return concat(Uint8Array.of(tag), length(content.length), content);
}

/** The same in the indefinite form; the tag must be a constructed one. */
export function indefinite(tag: number, ...parts: readonly Part[]): Uint8Array {
  return concat(Uint8Array.of(tag, 0x80), ...parts, Uint8Array.of(0, 0));
}

export const sequence = (...parts: readonly Part[]): Uint8Array => value(0x30, ...parts);
export const set = (...parts: readonly Part[]): Uint8Array => value(0x31, ...parts);
export const octetString = (content: Part): Uint8Array => value(0x04, content);
export const explicit = (tag: number, ...parts: readonly Part[]): Uint8Array => value(0xa0 | tag, ...parts);
export const nul: Uint8Array = Uint8Array.of(5, 0);

/** BER: an OCTET STRING as segments of so many octets each, of indefinite length. */
export function segmented(content: Part, octets: number): Uint8Array {
  const segments: Uint8Array[] = [];
  for (let at = 0; at < content.length; at += octets) segments.push(octetString(content.subarray(at, at + octets)));
  return indefinite(0x24, ...segments);
}

/** A non-negative INTEGER. */
export function integer(number: number): Uint8Array {
  const digits: number[] = [];
  for (let rest = number; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  if (digits.length === 0 || (digits[0] ?? 0) > 0x7f) digits.unshift(0);
  return value(0x02, Uint8Array.from(digits));
}

export function oid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const octets = [40 * first + second, ...rest].flatMap((arc) => {
    const base128 = [arc % 128];
    for (let high = Math.floor(arc / 128); high > 0; high = Math.floor(high / 128))
      base128.unshift(0x80 | (high % 128));
    return base128;
  });
  return value(0x06, Uint8Array.from(octets));
}

/** A BMPString without terminator, as friendlyName has it. */
export function bmpString(text: string): Uint8Array {
  return value(0x1e, Buffer.from(text, "utf16le").swap16());
}
