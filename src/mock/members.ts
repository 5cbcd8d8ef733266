/** Reading the members of a request body, each by the type that the metadata gives it. */
import { readBase64Text } from "../bytes/base64-text.js";
import { toOwnedBytes } from "../bytes/buffer.js";
import { ToolkitError } from "../errors.js";
import type { DateTimeOffset } from "../graph/date-time.js";
import { parseDateTime } from "../graph/date-time.js";
import { refuse } from "./refusal.js";

/** A JSON object. */
export type Members = Readonly<Record<string, unknown>>;

/** Whether a JSON value is an object. */
export function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The JSON object that octets of UTF-8 hold; `undefined` for what is none. */
export function readMembers(octets: Uint8Array | undefined): Members | undefined {
  if (octets === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(octets));
    return isMembers(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** `Edm.String`; `undefined` where the member is absent. */
export function readText(members: Members, name: string, type: string): string | null | undefined {
  const value = members[name];
  if (value === undefined || value === null || typeof value === "string") return value;
  throw refuse("badMember", [name, type]);
}

/** `Edm.Guid`, in lower case as Graph shows it. */
export function readGuid(members: Members, name: string, type: string): string | null | undefined {
  const value = readText(members, name, type);
  if (typeof value !== "string") return value;
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) throw refuse("guid", [name]);
  return value.toLowerCase();
}

/** `Edm.DateTimeOffset`. */
export function readDateTime(members: Members, name: string, type: string): DateTimeOffset | null | undefined {
  const value = readText(members, name, type);
  if (typeof value !== "string") return value;
  try {
    return parseDateTime(value, name);
  } catch (error) {
    if (error instanceof ToolkitError) throw refuse("dateTime", [name]);
    throw error;
  }
}

/**
 * `Edm.Binary`: base64 with the symbols of RFC 4648 section 4 and padding. The other alphabet is refused, although the
 * published OpenAPI document asks for it.
 */
export function readBinary(members: Members, name: string): Uint8Array<ArrayBuffer> | null | undefined {
  const value = members[name];
  if (value === undefined || value === null) return value;
  if (typeof value !== "string") throw refuse("binary");
  if (value === "") return new Uint8Array();
  const bytes = decodeStandardBase64(value);
  if (bytes === undefined) throw refuse("binary");
  return bytes;
}

/** @returns `undefined` for anything but padded base64 in the standard alphabet; white space is skipped as .NET does */
export function decodeStandardBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const read = readBase64Text(new TextEncoder().encode(text));
  if (read === undefined || !read.isPadded || read.alphabet !== "base64") return undefined;
  return toOwnedBytes(read.bytes);
}

/** `Collection(…)`, which is never null; `undefined` where the member is absent. */
export function readCollection(members: Members, name: string, type: string): readonly Members[] | undefined {
  const value = members[name];
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || !value.every(isMembers)) throw refuse("badMember", [name, type]);
  return value;
}
