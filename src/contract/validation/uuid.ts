/** The format `uuid` (RFC 9562 section 4): the text without braces, of any version; `Edm.Guid` is written so. */

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}
