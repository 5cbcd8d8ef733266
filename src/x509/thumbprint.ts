/** Thumbprints: digests over a whole certificate, as Windows and Graph show them. */

import { encodeHex } from "../bytes/hex.js";
import { digest } from "../crypto/hash.js";

// Computed on this thread: a certificate is so small that handing it to WebCrypto's takes longer than its digest.

/** SHA-1 over the DER of a certificate: 40 upper-case hexadecimal digits, Graph's `thumbprint`. */
export function thumbprint(der: Uint8Array): string {
  return encodeHex(digest("SHA-1", der));
}

/** SHA-256 over the DER of a certificate: 64 upper-case hexadecimal digits. */
export function thumbprintSha256(der: Uint8Array): string {
  return encodeHex(digest("SHA-256", der));
}
