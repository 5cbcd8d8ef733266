/** Passwords that are made here. */
import type { RandomSource } from "../crypto/random.js";

/**
 * 32 characters, so that five bits of an octet choose one without bias: capital letters and digits that look like no other
 * (no I, O, 0, 1). None means anything to a shell, to JSON, XML or a URL, and all are ASCII, which every reader of PFX
 * files encodes alike.
 */
const ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** 130 bits: nobody guesses them, however few iterations a file has. */
const CHARACTERS = 26;

/**
 * A password of 26 characters out of as many random octets.
 * @throws {RangeError} naming `random` that gives another length than asked for
 */
export function generatePassword(random: RandomSource): string {
  const octets = random(CHARACTERS);
  if (octets.length !== CHARACTERS) throw new RangeError(`"random" expected ${CHARACTERS} bytes, got ${octets.length}`);
  return Array.from(octets, (octet) => ALPHABET.charAt(octet & 31)).join("");
}
