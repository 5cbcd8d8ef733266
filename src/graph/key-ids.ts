/** The identifiers of one certificate's entries. */

/**
 * Takes two GUIDs: first the one that the Sign key and the password share, then the Verify key's.
 * @throws {TypeError} @throws {RangeError} naming `newId` where it gives no GUID, or one twice
 */
export function takeKeyIds(newId: () => string): { readonly sign: string; readonly verify: string } {
  const sign = newGuid(newId);
  const verify = newGuid(newId);
  if (sign.toLowerCase() === verify.toLowerCase()) {
    throw new RangeError('"newId" expected to give another GUID at each call');
  }
  return { sign, verify };
}

function newGuid(newId: () => string): string {
  const id = newId();
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return id;
  throw new TypeError('"newId" expected to give a GUID, such as crypto.randomUUID() does');
}
