/** Copies and joins of byte strings. */

/**
 * Copies any Uint8Array (a Node Buffer, a view on shared or pooled memory) to one that owns its whole ArrayBuffer:
 * the form that WebCrypto's types ask for and that no later write of the caller can change.
 */
export function toOwnedBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const owned = new Uint8Array(bytes.length);
  owned.set(bytes);
  return owned;
}

/** Joins the parts into one new array. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  let length = 0;
  for (const part of parts) length += part.length;
  const joined = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/**
 * Refuses what is no Uint8Array: an ArrayBuffer, as `fetch` gives it, would pass for a file that is no PFX. By name, so
 * that other realms' arrays fit.
 * @throws {TypeError} naming `bytes`
 */
export function requireBytes(bytes: unknown): void {
  if (Object.prototype.toString.call(bytes) === "[object Uint8Array]") return;
  throw new TypeError('"bytes" expected a Uint8Array');
}
