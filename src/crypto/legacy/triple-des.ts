/** DES and Triple DES as block ciphers (FIPS 46-3; the keying options of Triple DES: NIST SP 800-67). */

import type { BlockCipher } from "../cbc.js";
import { buildSpTable, desKeySchedule, reverseSchedule, transformBlock } from "./des.js";

const DES_KEY_BYTES = 8;
const BLOCK_BYTES = 8;

/**
 * Single DES.
 * @param key - 8 bytes, parity bits ignored
 * @throws {RangeError} naming `key.length`
 */
export function createDes(key: Uint8Array): BlockCipher {
  if (key.length !== DES_KEY_BYTES) throw new RangeError(`"key.length" expected 8, got ${key.length}`);
  const schedule = desKeySchedule(key);
  return blockCipher([schedule], [reverseSchedule(schedule)]);
}

/**
 * DES-EDE: encrypt with the first key, decrypt with the second, encrypt with the third.
 * @param key - 24 bytes, or 16 where the first key serves as the third; parity bits ignored
 * @throws {RangeError} naming `key.length`
 */
export function createTripleDes(key: Uint8Array): BlockCipher {
  if (key.length !== 16 && key.length !== 24) throw new RangeError(`"key.length" expected 16 or 24, got ${key.length}`);
  const first = desKeySchedule(key.subarray(0, 8));
  const second = desKeySchedule(key.subarray(8, 16));
  const third = key.length === 16 ? first : desKeySchedule(key.subarray(16));
  return blockCipher([first, reverseSchedule(second), third], [reverseSchedule(third), second, reverseSchedule(first)]);
}

/** The same for every key: made when the first one comes. */
const spTable = (() => {
  let table: Int32Array | undefined;
  return (): Int32Array => {
    table ??= buildSpTable();
    return table;
  };
})();

function blockCipher(encryption: readonly Int32Array[], decryption: readonly Int32Array[]): BlockCipher {
  const sp = spTable();
  const encryptionKeys = joinSchedules(encryption);
  const decryptionKeys = joinSchedules(decryption);
  return {
    blockBytes: BLOCK_BYTES,
    encryptBlock: (input, from, output, to) => transformBlock(sp, encryptionKeys, input, from, output, to),
    decryptBlock: (input, from, output, to) => transformBlock(sp, decryptionKeys, input, from, output, to),
  };
}

function joinSchedules(schedules: readonly Int32Array[]): Int32Array {
  const joined = new Int32Array(schedules.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const schedule of schedules) {
    joined.set(schedule, at);
    at += schedule.length;
  }
  return joined;
}
