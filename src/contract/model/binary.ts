/** `Edm.Binary` on Graph's wire: standard base64 with padding and nothing else (RFC 4648 section 4). */

const STANDARD = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** @returns `undefined` for another alphabet, missing padding, white space, or no text at all */
export function decodeBinary(text: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (typeof text !== "string" || text === "" || !STANDARD.test(text)) return undefined;
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
