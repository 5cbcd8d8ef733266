/** The identifiers of one certificate's entries. */
import { requireGuid } from "./guid.js";

/**
 * Takes two GUIDs: first the one that the Sign key and the password share, then the Verify key's.
 * @throws {TypeError} @throws {RangeError} naming `newId` where it gives no GUID, or one twice
 */
export function takeKeyIds(newId: () => string): { readonly sign: string; readonly verify: string } {
  const sign = requireGuid("newId", newId());
  const verify = requireGuid("newId", newId());
  if (sign.toLowerCase() === verify.toLowerCase()) {
    throw new RangeError('"newId" expected to give another GUID at each call');
  }
  return { sign, verify };
}
