/** Padding of block ciphers in CBC mode (RFC 8018 section 6.1.1 step 4; PKCS#7). */

/** Appends 1 to `blockBytes` octets, each of which is their number. */
export function addPadding(plaintext: Uint8Array, blockBytes: number): Uint8Array<ArrayBuffer> {
  const count = blockBytes - (plaintext.length % blockBytes);
  const padded = new Uint8Array(plaintext.length + count).fill(count);
  padded.set(plaintext);
  return padded;
}

/** Takes the padding off; `undefined` where it is none, as with a wrong key in all but about one of 256 cases. */
export function removePadding(padded: Uint8Array, blockBytes: number): Uint8Array<ArrayBuffer> | undefined {
  const count = padded.at(-1);
  if (count === undefined || count < 1 || count > blockBytes || count > padded.length) return undefined;
  const end = padded.length - count;
  return padded.subarray(end).every((octet) => octet === count) ? padded.slice(0, end) : undefined;
}
