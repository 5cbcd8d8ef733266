/** scrypt (RFC 7914). */

import { requireInteger, requireLength } from "./arguments.js";
import { mixBlock } from "./block-mix.js";
import type { Pacer } from "./pace.js";
import { startPacer } from "./pace.js";
import { pbkdf2OnThread } from "./pbkdf2.js";

/** The three numbers that say what a derivation costs, named as in scrypt-params (RFC 7914 section 7). */
export interface ScryptCost {
  /** N: a power of two above 1. */
  readonly costParameter: number;
  /** r: blocks of 128 bytes. */
  readonly blockSize: number;
  /** p: r * p stays under 2^30. */
  readonly parallelizationParameter: number;
}

/** What one derivation depends on. */
export interface ScryptParameters extends ScryptCost {
  /** May be empty. */
  readonly password: Uint8Array;
  /** May be empty. */
  readonly salt: Uint8Array;
  /** Bytes wanted, 1..65535. */
  readonly length: number;
}

/** Bound of RFC 7914 section 2 on the product of r and p. */
const MAX_BLOCKS = 2 ** 30 - 1;

/** Blocks of 128 bytes mixed between two looks at the clock: a few milliseconds. */
const SLICE_BLOCKS = 4096;

/**
 * Memory that a derivation needs, in bytes: 128 r (N + p + 2), for the vectors V, B, X and Y of RFC 7914 sections 4 to 6.
 * May be far beyond what exists: compare it with a limit before deriving.
 */
export function scryptBytes({ costParameter, blockSize, parallelizationParameter }: ScryptCost): number {
  return 128 * blockSize * (costParameter + parallelizationParameter + 2);
}

/**
 * Derives `length` bytes on this thread, in slices. Does not limit memory: see {@link scryptBytes}.
 * @throws {RangeError} naming `costParameter`, `blockSize`, `parallelizationParameter` or `length`; the runtime's own
 * where there is not so much memory
 * @throws the reason of `signal` once it is aborted
 */
export async function deriveScrypt(
  parameters: ScryptParameters & { readonly signal?: AbortSignal | undefined },
): Promise<Uint8Array<ArrayBuffer>> {
  const { costParameter, blockSize, parallelizationParameter, password, salt, length, signal } = parameters;
  requireInteger("costParameter", costParameter, 2, 2 ** 32);
  if (!Number.isInteger(Math.log2(costParameter))) {
    throw new RangeError(`"costParameter" expected a power of two, got ${costParameter}`);
  }
  requireInteger("blockSize", blockSize, 1, MAX_BLOCKS);
  requireInteger("parallelizationParameter", parallelizationParameter, 1, Math.floor(MAX_BLOCKS / blockSize));
  requireLength(length);

  // Section 6: B = PBKDF2(P, S, 1), its p parts mixed, and the key PBKDF2(P, B, 1).
  const partBytes = 128 * blockSize;
  const rounds = costParameter * parallelizationParameter;
  const pacer = await startPacer(rounds * blockSize, signal);
  const once = { prf: "SHA-256", password, iterationCount: 1 } as const;
  const b = await pbkdf2OnThread({ ...once, salt, length: partBytes * parallelizationParameter }, pacer);
  const v = new Int32Array((partBytes / 4) * costParameter);
  for (let offset = 0; offset < b.length; offset += partBytes) {
    await mixPart(b.subarray(offset, offset + partBytes), v, parameters, pacer);
  }
  return pbkdf2OnThread({ ...once, salt: b, length }, pacer);
}

/** scryptROMix (section 5) in place: fills V, then walks through it at random. */
async function mixPart(part: Uint8Array, v: Int32Array, cost: ScryptCost, pacer: Pacer): Promise<void> {
  const { costParameter, blockSize } = cost;
  const words = 32 * blockSize;
  const roundsPerLook = Math.ceil(SLICE_BLOCKS / blockSize);
  const view = new DataView(part.buffer, part.byteOffset, part.length);
  let x = Int32Array.from({ length: words }, (_, i) => view.getInt32(4 * i, true));
  let y = new Int32Array(words);

  let filled = 0;
  const fill = (rounds: number): void => {
    for (const end = filled + words * rounds; filled < end; filled += words) {
      v.set(x, filled);
      mixBlock(x, y);
      [x, y] = [y, x];
    }
  };
  const walk = (rounds: number): void => {
    for (let round = 0; round < rounds; round++) {
      // Integerify: the last 64 bytes as a little-endian number modulo N, of which the lowest word is enough.
      const from = (((x[words - 16] as number) & (costParameter - 1)) >>> 0) * words;
      for (let i = 0; i < words; i++) x[i] = (x[i] as number) ^ (v[from + i] as number);
      mixBlock(x, y);
      [x, y] = [y, x];
    }
  };
  await pacer.run(costParameter, fill, roundsPerLook);
  await pacer.run(costParameter, walk, roundsPerLook);
  for (const [i, word] of x.entries()) view.setInt32(4 * i, word, true);
}
