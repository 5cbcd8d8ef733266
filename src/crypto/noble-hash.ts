/** Hash functions that come from @noble/hashes, in the shape of this room. */

import type { CHash } from "@noble/hashes/utils.js";
import type { HashFunction } from "./hash-function.js";

/** Wraps one of noble's hash functions; a state is cloned instead of made anew for every digest. */
export function nobleHash(hash: CHash): HashFunction {
  return {
    outputBytes: hash.outputLen,
    blockBytes: hash.blockLen,
    after(prefix) {
      const start = hash.create().update(prefix);
      const work = hash.create();
      return (message, out) => {
        start._cloneInto(work).update(message).digestInto(out);
      };
    },
    iterate(value, rounds) {
      const start = hash.create();
      const work = hash.create();
      for (let round = 0; round < rounds; round++) start._cloneInto(work).update(value).digestInto(value);
    },
  };
}
