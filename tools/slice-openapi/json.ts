/** JSON as the tools of the specification read and write it. */

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The value as an object.
 * @throws {Error} naming `what` where it is something else
 */
export function asObject(value: Json | undefined, what: string): JsonObject {
  if (!isObject(value)) throw new Error(`${what} is not an object`);
  return value;
}

/** The member as an object; an empty one where it is not there. */
export function memberObject(value: Json | undefined, name: string): JsonObject {
  const member = isObject(value) ? value[name] : undefined;
  return isObject(member) ? member : {};
}

/** The same value with the members of every object in the order of their names (UTF-16 code units). */
export function sortMembers(value: Json): Json {
  if (Array.isArray(value)) return value.map(sortMembers);
  if (!isObject(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, sortMembers(value[name] ?? null)]));
}

/** Two spaces, a line feed at the end: the only form in which a specification is written. */
export function writeJson(value: Json): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
