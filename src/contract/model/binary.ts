/** `Edm.Binary` on Graph's wire: standard base64 with padding and nothing else (RFC 4648 section 4). */

const STANDARD = /^[A-Za-z0-9+/]+={0,2}$/;

/** @returns `undefined` for another alphabet, missing padding, white space, or no text at all */
export function decodeBinary(text: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (typeof text !== "string" || text.length % 4 !== 0 || !STANDARD.test(text)) return undefined;
  const binary = atob(text);
  const octets = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) octets[i] = binary.charCodeAt(i);
  return octets;
}
