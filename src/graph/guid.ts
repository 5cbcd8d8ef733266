/** GUIDs as Graph writes them. */

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Passes a GUID on, in the case it came in.
 * @throws {TypeError} naming the argument for anything else
 */
export function requireGuid(name: string, value: string): string {
  if (typeof value === "string" && GUID.test(value)) return value;
  throw new TypeError(`"${name}" expected a GUID such as 00000000-0000-4000-8000-000000000000`);
}
