/** Tokens in compact serialization: JWE (RFC 7516 section 3.1) and JWT or another JWS (RFC 7515 section 3.1). */
import { toCharacters } from "../bytes/ascii.js";
import { readBase64Text } from "../bytes/base64-text.js";
import type { FileKind } from "./file-kind.js";

const HEAD_BYTES = 4096;
const DOT = 0x2e;

/**
 * Tells a token by its header: the object with `enc` is a JWE's, one with `alg` alone a JWS's. The parts behind it are only
 * looked at for their characters: samples in documentation cut them off or put dots in their place.
 * @param text - without white space around it
 */
export function joseKind(text: Uint8Array): FileKind | undefined {
  const head = toCharacters(text.subarray(0, HEAD_BYTES));
  // The header begins with a brace, then a quote or white space.
  if (!/^e[wy][\w.-]*$/.test(head)) return undefined;
  const end = text.subarray(0, HEAD_BYTES).indexOf(DOT);
  const header = readBase64Text(text.subarray(0, end === -1 ? HEAD_BYTES : end))?.bytes;
  if (header === undefined) return undefined;
  const json = new TextDecoder().decode(header);
  const members = parseObject(json);
  if (members === undefined) return /^\{\s*"[^{]*"enc"\s*:\s*"/.test(json) ? "jwe" : undefined;
  if (typeof members["enc"] === "string") return "jwe";
  return typeof members["alg"] === "string" && end !== -1 ? "jwt" : undefined;
}

function parseObject(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
