/** Base64 of answers as octets; they are trusted to be sound only as far as `atob` looks. */

/** @throws {DOMException} for what is no base64 in the standard alphabet */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
