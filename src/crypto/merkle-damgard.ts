/**
 * Hash functions built from a compression function over big-endian 32-bit words, as FIPS 180-4 (SHA-1, SHA-2) and
 * GB/T 32905 (SM3) do: pad the message to whole blocks, fold one block after the other into the state.
 */

import type { Digester, HashFunction } from "./hash-function.js";

/** One hash function of the family. */
export interface MerkleDamgardParameters {
  readonly outputBytes: number;
  /** 64 (length field of 8 bytes) or 128 (length field of 16 bytes). */
  readonly blockBytes: 64 | 128;
  readonly initialState: Int32Array;
  /** Words of the schedule: the block in front, then as much scratch space as `compress` wants. */
  readonly scheduleWords: number;
  /** Folds the block in front of `schedule` into `state`; leaves the block as it is, the rest as it likes. */
  readonly compress: (state: Int32Array, schedule: Int32Array) => void;
}

/** Makes the hash function; its scratch memory belongs to the digesters, so that nothing is shared. */
export function merkleDamgard(parameters: MerkleDamgardParameters): HashFunction {
  const { outputBytes, blockBytes } = parameters;
  return {
    outputBytes,
    blockBytes,
    after: (prefix) => digesterAfter(parameters, prefix),
    iterate: (value, rounds) => iterate(parameters, value, rounds),
  };
}

function digesterAfter(parameters: MerkleDamgardParameters, prefix: Uint8Array): Digester {
  const { outputBytes, blockBytes, initialState, scheduleWords, compress } = parameters;
  const schedule = new Int32Array(scheduleWords);
  const state = new Int32Array(initialState);
  const tail = new Uint8Array(2 * blockBytes);
  absorb(prefix, prefix.length);
  const prefixState = state.slice();

  function absorb(bytes: Uint8Array, end: number): void {
    for (let offset = 0; offset < end; offset += blockBytes) {
      loadWords(schedule, bytes, offset, blockBytes / 4);
      compress(state, schedule);
    }
  }

  return (message, out) => {
    state.set(prefixState);
    const whole = message.length - (message.length % blockBytes);
    absorb(message, whole);
    // FIPS 180-4 section 5.1: a one bit, zeros, and the length in bits at the end of the last block.
    const rest = message.length - whole;
    const tailBytes = rest < blockBytes - blockBytes / 8 ? blockBytes : 2 * blockBytes;
    tail.fill(0);
    tail.set(message.subarray(whole));
    tail[rest] = 0x80;
    let bits = (prefix.length + message.length) * 8;
    for (let i = tailBytes - 1; bits > 0; i--) {
      tail[i] = bits % 256;
      bits = Math.floor(bits / 256);
    }
    absorb(tail, tailBytes);
    storeWords(out, state, outputBytes / 4);
  };
}

/**
 * The hot loop of key derivation. A digest and its padding fit one block, so one round is one compression, and the
 * words of the state are the words of the next block: no bytes, no copies, no padding in between.
 */
function iterate(parameters: MerkleDamgardParameters, value: Uint8Array, rounds: number): void {
  const { outputBytes, blockBytes, initialState, scheduleWords, compress } = parameters;
  const words = outputBytes / 4;
  const stateWords = initialState.length;
  const schedule = new Int32Array(scheduleWords);
  const state = new Int32Array(stateWords);
  loadWords(schedule, value, 0, words);
  schedule[words] = 0x80000000;
  schedule[blockBytes / 4 - 1] = outputBytes * 8;
  for (let round = 0; round < rounds; round++) {
    // Faster for so few words than TypedArray.prototype.set.
    for (let i = 0; i < stateWords; i++) state[i] = initialState[i] as number;
    compress(state, schedule);
    for (let i = 0; i < words; i++) schedule[i] = state[i] as number;
  }
  storeWords(value, schedule, words);
}

function loadWords(words: Int32Array, bytes: Uint8Array, offset: number, count: number): void {
  for (let i = 0, at = offset; i < count; i++, at += 4) {
    words[i] =
      ((bytes[at] as number) << 24) |
      ((bytes[at + 1] as number) << 16) |
      ((bytes[at + 2] as number) << 8) |
      (bytes[at + 3] as number);
  }
}

function storeWords(bytes: Uint8Array, words: Int32Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const word = words[i] as number;
    bytes[4 * i] = word >>> 24;
    bytes[4 * i + 1] = word >>> 16;
    bytes[4 * i + 2] = word >>> 8;
    bytes[4 * i + 3] = word;
  }
}
