/** Serial numbers (RFC 5280 section 4.1.2.2) as people compare them. */
import { encodeHex } from "../bytes/hex.js";
import { trimZeros } from "./unsigned.js";

/**
 * The contents octets of an INTEGER as Node's X509Certificate shows them: the magnitude in whole octets of upper-case
 * hexadecimal, `-` before a negative one, `0` for zero (`openssl x509 -serial`, otherwise the same, prints `00`).
 * Any size; octets that pad a number are left out.
 */
export function signedHex(content: Uint8Array): string {
  const isNegative = ((content[0] ?? 0) & 0x80) !== 0;
  const magnitude = encodeHex(trimZeros(isNegative ? negate(content) : content));
  return `${isNegative ? "-" : ""}${magnitude === "" ? "0" : magnitude}`;
}

/** Two's complement of the octets, as many octets long: the magnitude of a negative INTEGER. */
function negate(content: Uint8Array): Uint8Array {
  const magnitude = content.map((octet) => octet ^ 0xff);
  for (let i = magnitude.length - 1; i >= 0; i--) {
    magnitude[i] = ((magnitude[i] as number) + 1) & 0xff;
    if (magnitude[i] !== 0) break;
  }
  return magnitude;
}
