/** A source of octets that can be foretold: 0, 1, 2, … over all calls. */
import type { RandomSource } from "../../../src/crypto/random.js";

/** The source, and the lengths that it was asked for. */
export interface CountingRandom {
  readonly random: RandomSource;
  readonly asked: readonly number[];
}

/** Begins at 0; gives the same array each time, as a source may that takes the octets for copied. */
export function countingRandom(): CountingRandom {
  const asked: number[] = [];
  let next = 0;
  const shared = new Uint8Array(64);
  return {
    asked,
    random(length) {
      asked.push(length);
      const octets = shared.subarray(0, length);
      for (let i = 0; i < length; i++) octets[i] = next++;
      return octets;
    },
  };
}
