/** A service's metadata as text: of a file, of standard input, or from the network. */

import type { BoundedFile } from "../files.js";
import { readBounded, readBoundedStream } from "../files.js";
import { PathError } from "../path-error.js";
import type { Host } from "./host.js";
import { STDIN_NAME } from "./read-paths.js";

/** Graph's has 3.4 MB. */
const MOST_BYTES = 20 * 1024 * 1024;

/** For the whole answer. */
const PATIENCE_MS = 60_000;

/** Why a source gave no text. */
export type SourceErrorCode =
  | "ERR_SOURCE_ADDRESS"
  | "ERR_SOURCE_HTTP"
  | "ERR_SOURCE_NETWORK"
  | "ERR_SOURCE_TIMEOUT"
  | "ERR_SOURCE_SIZE"
  | "ERR_SOURCE_ENCODING";

/** The source cannot be used; `message` says why and does not name it. */
export class SourceError extends Error {
  override readonly name = "SourceError";
  readonly code: SourceErrorCode;

  constructor(code: SourceErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/**
 * Reads at most 20 MB of UTF-8, and waits for an answer from the network for a minute at most.
 * @param source - an address that begins with http:// or https://, a path, or `-` for standard input
 * @throws {PathError} where a file cannot be read
 * @throws {SourceError} `ERR_SOURCE_…`
 */
export async function readMetadata(source: string, host: Pick<Host, "fetch" | "stdin">): Promise<string> {
  const { bytes, isWhole } = await readBytes(source, host);
  if (!isWhole) throw new SourceError("ERR_SOURCE_SIZE", `more than ${MOST_BYTES} bytes`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new SourceError("ERR_SOURCE_ENCODING", "it is no UTF-8", error);
  }
}

function readBytes(source: string, { fetch, stdin }: Pick<Host, "fetch" | "stdin">): Promise<BoundedFile> {
  if (/^https?:\/\//i.test(source)) return readAddress(source, fetch);
  if (source === STDIN_NAME) return readBoundedStream(stdin, MOST_BYTES);
  return readBounded(source, MOST_BYTES);
}

async function readAddress(address: string, fetch: Host["fetch"]): Promise<BoundedFile> {
  if (!URL.canParse(address)) throw new SourceError("ERR_SOURCE_ADDRESS", "it is no address");
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const response = await fetch(address, { signal, headers: { accept: "application/xml" } });
    if (!response.ok) {
      await response.body?.cancel();
      throw new SourceError("ERR_SOURCE_HTTP", `the server answers ${response.status}${adviseOn(response.status)}`);
    }
    return await readBoundedStream(chunksOf(response), MOST_BYTES);
  } catch (error) {
    if (error instanceof SourceError || error instanceof PathError) throw error;
    throw toSourceError(error);
  }
}

function adviseOn(status: number): string {
  return status === 401 || status === 403 ? ": it wants a token; save its $metadata to a file, and name that" : "";
}

/** Leaving the loop early ends the transfer. */
async function* chunksOf({ body }: Response): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  if (reader === undefined) return;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** What Node's fetch throws says nothing itself; its cause does. */
function toSourceError(error: unknown): SourceError {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (error instanceof DOMException && error.name === "TimeoutError") {
    return new SourceError("ERR_SOURCE_TIMEOUT", `no whole answer within ${PATIENCE_MS / 1000} seconds`, error);
  }
  const why = nameOf(cause);
  return new SourceError("ERR_SOURCE_NETWORK", `it cannot be fetched (${why})`, error);
}

/** The system's name of an error; where several addresses were tried, only its code says anything. */
function nameOf(cause: unknown): string {
  if (!(cause instanceof Error)) return "it cannot be reached";
  if ("code" in cause && typeof cause.code === "string") return cause.code;
  return cause.message;
}
