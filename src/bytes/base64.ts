/** Base64 with padding and the standard alphabet (RFC 4648 section 4), as `Edm.Binary` has it on Graph's wire. */

/** Bytes that go through `String.fromCharCode` in one call; engines limit the number of arguments. */
const CHUNK_BYTES = 0x8000;

/** Encodes without line breaks. */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let i = 0; i < bytes.length; i += CHUNK_BYTES) {
    // Spreading the bytes would take five times as long.
    binary += Reflect.apply(String.fromCharCode, undefined, bytes.subarray(i, i + CHUNK_BYTES));
  }
  return btoa(binary);
}
