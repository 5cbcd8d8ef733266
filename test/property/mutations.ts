/** Arbitrary damage to files: what transports, disks and attackers do to bytes. */
import fc from "fast-check";

/** An undamaged file. */
export interface Original {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A damaged one; a failure is told by name, since thousands of octets tell nobody anything. */
export interface Mutant<T extends Original> {
  readonly original: T;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** One octet changed, the file cut off, a piece of it replaced by other octets, or a piece of it copied into it. */
export function mutated<T extends Original>(originals: readonly T[]): fc.Arbitrary<Mutant<T>> {
  const damage = fc.oneof(flip, truncate, splice, copy);
  return fc.tuple(fc.constantFrom(...originals), damage).map(([original, { what, inflict }]) => ({
    original,
    bytes: inflict(original.bytes),
    [fc.toStringMethod]: () => `${original.name}: ${what(original.bytes.length)}`,
  }));
}

interface Damage {
  readonly what: (length: number) => string;
  readonly inflict: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
}

/** A place in a file of any length, somewhat more often near its beginning, where the structure is. */
const place = fc
  .noBias(fc.nat(999_999))
  .map((millionths) => (length: number) => Math.floor((millionths / 1_000_000) ** 1.5 * length));

const flip: fc.Arbitrary<Damage> = fc.record({ place, mask: fc.integer({ min: 1, max: 255 }) }).map((it) => ({
  what: (length) => `octet ${it.place(length)} xor ${it.mask}`,
  inflict: (bytes) => {
    const flipped = bytes.slice();
    const at = it.place(bytes.length);
    flipped[at] = (flipped[at] ?? 0) ^ it.mask;
    return flipped;
  },
}));

const truncate: fc.Arbitrary<Damage> = place.map((at) => ({
  what: (length) => `the first ${at(length)} octets`,
  inflict: (bytes) => bytes.slice(0, at(bytes.length)),
}));

const splice: fc.Arbitrary<Damage> = fc
  .record({ place, removed: fc.nat(8), inserted: fc.uint8Array({ maxLength: 8 }) })
  .map((it) => ({
    what: (length) => `at ${it.place(length)} ${it.removed} octets replaced by ${[...it.inserted]}`,
    inflict: (bytes) => {
      const octets = [...bytes];
      octets.splice(it.place(bytes.length), it.removed, ...it.inserted);
      return Uint8Array.from(octets);
    },
  }));

const copy: fc.Arbitrary<Damage> = fc
  .record({ from: place, to: place, length: fc.integer({ min: 1, max: 200 }) })
  .map((it) => ({
    what: (length) => `${it.length} octets from ${it.from(length)} copied to ${it.to(length)}`,
    inflict: (bytes) => {
      const from = it.from(bytes.length);
      const octets = [...bytes];
      octets.splice(it.to(bytes.length), 0, ...bytes.subarray(from, from + it.length));
      return Uint8Array.from(octets);
    },
  }));
