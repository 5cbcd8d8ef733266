/** Octets that look random and are the same in every run. */
import { createHash } from "node:crypto";

/** The first `length` octets of SHA-512 in counter mode under `seed`. */
export function pseudoRandom(length: number, seed: number): Uint8Array<ArrayBuffer> {
  const octets = new Uint8Array(length);
  for (let at = 0; at < length; at += 64) {
    octets.set(
      createHash("sha512")
        .update(`${seed}:${at}`)
        .digest()
        .subarray(0, length - at),
      at,
    );
  }
  return octets;
}
