/** Thumbprints: digests over a whole certificate, as Windows and Graph show them. */

import { toOwnedBytes } from "../bytes/buffer.js";
import { encodeHex } from "../bytes/hex.js";
import type { CryptoProvider } from "../crypto/provider.js";

/** SHA-1 over the DER of a certificate: 40 upper-case hexadecimal digits, Graph's `thumbprint`. */
export function thumbprint(der: Uint8Array, provider: CryptoProvider): Promise<string> {
  return digestHex("SHA-1", der, provider);
}

/** SHA-256 over the DER of a certificate: 64 upper-case hexadecimal digits. */
export function thumbprintSha256(der: Uint8Array, provider: CryptoProvider): Promise<string> {
  return digestHex("SHA-256", der, provider);
}

async function digestHex(name: string, der: Uint8Array, provider: CryptoProvider): Promise<string> {
  return encodeHex(new Uint8Array(await provider.subtle.digest(name, toOwnedBytes(der))));
}
