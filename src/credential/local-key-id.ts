/** localKeyId (RFC 2985 section 5.5.2). */
import { constantTimeEqual } from "../bytes/compare.js";

/** True where both bags have a localKeyId and it is the same. */
export function sameLocalKeyId(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b !== undefined && constantTimeEqual(a, b);
}
