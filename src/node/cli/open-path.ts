/** One path of the command line, from its name to what is in the file. */

import { openFile } from "../../credential/open.js";
import type { OpenedFile } from "../../credential/opened-file.js";
import type { CryptoProvider } from "../../crypto/provider.js";
import { LimitError } from "../../errors.js";
import { sniff } from "../../sniff/sniff.js";
import { unwrap } from "../../sniff/unwrap.js";
import type { BoundedFile } from "../files.js";
import { readBounded, readBoundedStream } from "../files.js";
import { formatCauses } from "./failure.js";
import { STDIN_NAME } from "./read-paths.js";

/** A file that was read, or the head of one that is larger than the limit. */
export interface ReadInput extends BoundedFile {
  /** The password that a request body brings along: secret. */
  readonly ownPassword: string | undefined;
}

/** Where to read from. */
export interface ReadInputOptions {
  /** Left out where `-` cannot come. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
  /** Is tried first; gives `undefined` for what it does not read. */
  readonly readAtOnce?: ((path: string, maxBytes: number) => BoundedFile | undefined) | undefined;
}

/** How to open a file. */
export interface OpenInputOptions {
  readonly now: Date;
  readonly limits: { readonly iterations: number; readonly fileBytes: number };
  readonly signal?: AbortSignal;
  readonly provider?: CryptoProvider;
}

/**
 * Reads a path, a pipe or, for `-`, standard input.
 * @throws {PathError} where it cannot be read
 */
export async function readInput(
  path: string,
  maxBytes: number,
  { stdin, readAtOnce }: ReadInputOptions = {},
): Promise<ReadInput> {
  const file =
    path === STDIN_NAME && stdin !== undefined
      ? await readBoundedStream(stdin, maxBytes)
      : (readAtOnce?.(path, maxBytes) ?? (await readBounded(path, maxBytes)));
  return { ...file, ownPassword: file.isWhole ? unwrap(file.bytes).password : undefined };
}

/** Opens what was read; of a file above the limit only the kind is told, and why. */
export async function openInput(file: ReadInput, password: string, options: OpenInputOptions): Promise<OpenedFile> {
  if (!file.isWhole) return tooLarge(file, options.limits.fileBytes);
  return await openFile(file.bytes, { ...options, password });
}

/** Why a file, or parts of it, could not be opened: the errors behind the findings, for `--debug`. */
export function formatTroubles({ failure, unreadable }: OpenedFile): string {
  return [failure, ...unreadable.map(({ error }) => error)].map(formatCauses).join("");
}

/** What opening a file gives that was not read, since it is larger than the limit. */
function tooLarge({ bytes, totalBytes }: BoundedFile, limit: number): OpenedFile {
  const isCounted = totalBytes > limit + 1;
  const size = isCounted ? `${totalBytes} bytes` : `more than ${limit} bytes`;
  const failure = new LimitError(`the file has ${size}, the limit is ${limit}`, {
    code: "ERR_PKCS12_FILE_BYTES",
    at: "pfx",
    limit: "fileBytes",
    actual: totalBytes,
  });
  return {
    kind: sniff(bytes),
    layers: [],
    bytes,
    isPasswordEmpty: false,
    passwordCharacters: "ascii",
    failure,
    inspection: undefined,
    pkcs12: undefined,
    certificates: [],
    keys: [],
    credentials: [],
    unreadable: [],
  };
}
