/** A JSON file as other programs write it, and the servicePrincipal in one. */
import type { ReadServicePrincipal } from "../../graph/service-principal.js";
import { readServicePrincipal } from "../../graph/service-principal.js";
import { DEFAULT_LIMITS } from "../../limits.js";
import { RefusedError } from "./failure.js";
import type { Host } from "./host.js";
import { readInput } from "./open-path.js";
import { STDIN_NAME } from "./read-paths.js";
import { refusing } from "./refusing.js";

/** Byte order marks: PowerShell 5 writes UTF-16 where output is sent to a file. */
const MARKS: readonly { readonly encoding: string; readonly mark: readonly number[] }[] = [
  { encoding: "utf-16le", mark: [0xff, 0xfe] },
  { encoding: "utf-16be", mark: [0xfe, 0xff] },
];

/**
 * Reads a path or, for `-`, standard input as JSON, in UTF-8 or, with a byte order mark, UTF-16.
 * @throws {PathError} where it cannot be read
 * @throws {RefusedError} where it is no JSON, or too large; nothing of it is repeated, since it may be secret
 */
export async function readJson(file: string, host: Pick<Host, "stdin">): Promise<unknown> {
  const limit = DEFAULT_LIMITS.fileBytes;
  const { bytes, isWhole } = await readInput(file, limit, { stdin: file === STDIN_NAME ? host.stdin : undefined });
  if (!isWhole) throw new RefusedError(file, `more than ${limit} bytes: that is no answer of Graph`);
  try {
    return JSON.parse(decode(bytes));
  } catch {
    throw new RefusedError(file, "no JSON (RFC 8259) in UTF-8, or in UTF-16 with a byte order mark");
  }
}

/**
 * Reads a servicePrincipal as Graph shows it.
 * @throws {PathError} {RefusedError} as {@link readJson}; and where it is no servicePrincipal with its credentials
 */
export async function readServicePrincipalFile(file: string, host: Pick<Host, "stdin">): Promise<ReadServicePrincipal> {
  const json = await readJson(file, host);
  return refusing(file, () => readServicePrincipal(json));
}

/** @throws {TypeError} for what is not in the encoding */
function decode(bytes: Uint8Array): string {
  const encoding = MARKS.find(({ mark }) => mark.every((octet, index) => bytes[index] === octet))?.encoding ?? "utf-8";
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}
