/** Key derivation of PKCS#12 (RFC 7292 Appendix B.2). */

import { concatBytes } from "../bytes/buffer.js";
import { requireIterationCount, requireLength } from "./arguments.js";
import type { HashName } from "./hash.js";
import { hashFunction } from "./hash.js";
import { startPacer } from "./pace.js";

/** What one derivation depends on. */
export interface Pkcs12KeyParameters {
  readonly hash: HashName;
  /** What the bytes are for (RFC 7292 Appendix B.3): 1 an encryption key, 2 an initialization vector, 3 a MAC key. */
  readonly id: 1 | 2 | 3;
  /** As the standard wants it, a BMPString with its terminator; not changed here, may be empty. */
  readonly password: Uint8Array;
  /** May be empty. */
  readonly salt: Uint8Array;
  /** At least 1. */
  readonly iterationCount: number;
  /** Bytes wanted, 1..65535. */
  readonly length: number;
}

/**
 * Derives `length` bytes. Runs on this thread (WebCrypto has nothing for it: one call a round would take minutes) and
 * lets the event loop live when it takes long.
 * @throws {RangeError} naming `id`, `iterationCount` or `length`
 * @throws the reason of `signal` once it is aborted
 */
export async function derivePkcs12Key(
  parameters: Pkcs12KeyParameters & { readonly signal?: AbortSignal | undefined },
): Promise<Uint8Array<ArrayBuffer>> {
  const { id, password, salt, iterationCount, length, signal } = parameters;
  requireIterationCount(iterationCount);
  requireLength(length);
  if (id !== 1 && id !== 2 && id !== 3) throw new RangeError(`"id" expected 1, 2 or 3, got ${String(id)}`);
  const { outputBytes, blockBytes, after, iterate } = hashFunction(parameters.hash);
  const blocks = Math.ceil(length / outputBytes);
  const pacer = await startPacer(iterationCount * blocks, signal);

  // Steps 1 to 4: the diversifier D and I = S || P, each made of whole blocks.
  const digestAfterId = after(new Uint8Array(blockBytes).fill(id));
  const input = concatBytes([fillBlocks(salt, blockBytes), fillBlocks(password, blockBytes)]);
  const derived = new Uint8Array(blocks * outputBytes);
  for (let block = 0; block < blocks; block++) {
    // Steps 6a and 7: A = H^r(D || I).
    const a = derived.subarray(block * outputBytes, (block + 1) * outputBytes);
    digestAfterId(input, a);
    await pacer.run(iterationCount - 1, (rounds) => iterate(a, rounds));
    // Steps 6b and 6c, for the next A.
    if (block + 1 < blocks) addToBlocks(input, a, blockBytes);
  }
  return derived.slice(0, length);
}

/** Repeats `bytes` to fill whole blocks (steps 2 and 3); nothing stays nothing. */
function fillBlocks(bytes: Uint8Array, blockBytes: number): Uint8Array {
  const filled = new Uint8Array(Math.ceil(bytes.length / blockBytes) * blockBytes);
  for (let i = 0; i < filled.length; i++) filled[i] = bytes[i % bytes.length] as number;
  return filled;
}

/** Treats each block as one big-endian number: block = (block + B + 1) mod 2^v, with B made of repeated `a` (step 6c). */
function addToBlocks(input: Uint8Array, a: Uint8Array, blockBytes: number): void {
  for (let start = 0; start < input.length; start += blockBytes) {
    let carry = 1;
    for (let i = blockBytes - 1; i >= 0; i--) {
      carry += (input[start + i] as number) + (a[i % a.length] as number);
      input[start + i] = carry;
      carry >>>= 8;
    }
  }
}
