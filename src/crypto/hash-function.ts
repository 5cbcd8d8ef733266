/** What the derivations of this room ask of a hash function. */

/**
 * Writes the digest of (a beginning fixed before, followed by `message`) to the first bytes of `out`.
 * Keeps scratch memory between calls; `message` and `out` may be the same array.
 */
export type Digester = (message: Uint8Array, out: Uint8Array) => void;

/** One hash function, ready for whole messages and for the long chains of key derivation. */
export interface HashFunction {
  readonly outputBytes: number;
  /** Size of the input block: B of RFC 2104, v / 8 of RFC 7292 Appendix B. */
  readonly blockBytes: number;
  /**
   * Hashes `prefix` once, so that digests of many messages that begin with it cost only their rest.
   * @param prefix - whole blocks, none included
   */
  after(prefix: Uint8Array): Digester;
  /** Replaces `value` (`outputBytes` long) by its digest, `rounds` times over. */
  iterate(value: Uint8Array, rounds: number): void;
}
