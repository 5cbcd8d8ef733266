/** One path of the command line, from its name to what is in the file. */

import { openFile } from "../../credential/open.js";
import type { OpenedFile } from "../../credential/opened-file.js";
import { LimitError } from "../../errors.js";
import { sniff } from "../../sniff/sniff.js";
import { escapeUnprintable } from "../../x509/name.js";
import type { BoundedFile } from "../files.js";
import { readBounded } from "../files.js";
import { formatCauses } from "./failure.js";
import type { OpeningOptions } from "./opening-options.js";

/** A file and what is in it. */
export interface OpenedPath {
  /** The whole file, or only its head where it is larger than the limit: then `opened.failure` says so. */
  readonly bytes: Uint8Array;
  readonly opened: OpenedFile;
}

/**
 * Reads a file and opens it; only once it could be read is the user asked for a password.
 * @param question - what to ask; default: for the password of this file
 * @throws {PathError} where the path cannot be read
 */
export async function openPath(
  path: string,
  { password, now, limits }: OpeningOptions,
  question = `Password of ${escapeUnprintable(path)}:`,
): Promise<OpenedPath> {
  const file = await readBounded(path, limits.fileBytes);
  const { bytes } = file;
  if (!file.isWhole) return { bytes, opened: tooLarge(file, limits.fileBytes) };
  return { bytes, opened: await openFile(bytes, { password: await password.read(question), now, limits }) };
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
    failure,
    inspection: undefined,
    pkcs12: undefined,
    certificates: [],
    keys: [],
    credentials: [],
    unreadable: [],
  };
}
