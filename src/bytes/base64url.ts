/** Base64 with the alphabet of URLs and without padding (RFC 4648 section 5, RFC 7515 section 2). */
import { encodeBase64 } from "./base64.js";

/** Encodes as the parts of a JWT are written. */
export function encodeBase64Url(bytes: Uint8Array): string {
  return encodeBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
