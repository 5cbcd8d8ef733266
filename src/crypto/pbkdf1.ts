/** PBKDF1 (RFC 8018 section 5.1), the derivation of the oldest PKCS#5 schemes. */

import { concatBytes } from "../bytes/buffer.js";
import { requireInteger, requireIterationCount } from "./arguments.js";
import { hashFunction } from "./hash.js";
import { startPacer } from "./pace.js";

/** What one derivation depends on. */
export interface Pbkdf1Parameters {
  readonly hash: "MD5" | "SHA-1";
  /** May be empty. */
  readonly password: Uint8Array;
  /** Eight octets by the standard, which is not checked here. */
  readonly salt: Uint8Array;
  /** At least 1. */
  readonly iterationCount: number;
  /** Bytes wanted, at most one digest: 16 with MD5, 20 with SHA-1. */
  readonly length: number;
}

/**
 * Derives `length` bytes on this thread, in slices.
 * @throws {RangeError} naming `iterationCount` or `length`
 * @throws the reason of `signal` once it is aborted
 */
export async function derivePbkdf1(
  parameters: Pbkdf1Parameters & { readonly signal?: AbortSignal | undefined },
): Promise<Uint8Array<ArrayBuffer>> {
  const { password, salt, iterationCount, length, signal } = parameters;
  requireIterationCount(iterationCount);
  const hash = hashFunction(parameters.hash);
  requireInteger("length", length, 1, hash.outputBytes);
  const pacer = await startPacer(iterationCount, signal);
  const value = new Uint8Array(hash.outputBytes);
  hash.after(new Uint8Array(0))(concatBytes([password, salt]), value);
  await pacer.run(iterationCount - 1, (rounds) => hash.iterate(value, rounds));
  return value.slice(0, length);
}
