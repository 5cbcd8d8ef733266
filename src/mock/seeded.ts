/** Numbers and ids that a seed decides: what a run did once it does again. For simulation, never for secrets. */

/** The next number of a sequence, at least 0 and less than 1. */
export type SeededNumbers = () => number;

/**
 * A sequence of numbers, the same for the same seed and name in every runtime (sfc32 by Chris Doty-Humphrey, whose 128
 * bits of state pass PractRand; 32 bits a number).
 * @param seed - an integer, of which the lowest 32 bits count
 * @param name - what the numbers are for: two sequences of one seed have nothing to do with each other
 * @throws {RangeError} naming `seed`
 */
export function seededNumbers(seed: number, name: string): SeededNumbers {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`"seed" expected an integer, got ${seed}`);
  let a = seed | 0;
  let b = hashText(name);
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  // Until the few bits of a small seed have reached all of the state.
  for (let i = 0; i < 16; i++) next();
  return next;
}

/**
 * GUIDs of version 4 as to their form (RFC 9562 section 5.4): 122 bits of the sequence each.
 * @throws {RangeError} naming `seed`
 */
export function seededIds(seed: number, name = "ids"): () => string {
  const next = seededNumbers(seed, name);
  return () => {
    const hex = Array.from({ length: 32 }, (_, index) => hexDigit(index, next())).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  };
}

function hexDigit(index: number, number: number): string {
  if (index === 12) return "4";
  const digit = Math.floor(number * 16);
  return (index === 16 ? 8 + (digit & 3) : digit).toString(16);
}

/** FNV-1a over UTF-16 units. */
function hashText(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
