/** Recorded traffic as a stream of exchanges: a cassette or a HAR, told apart by how the file begins. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { CASSETTE_FORMAT } from "../../contract/cassette/format.js";
import { readCassette } from "../../contract/cassette/read.js";
import type { Exchange } from "../../contract/exchange.js";
import { readHar } from "../../contract/traffic/read-har.js";
import { PathError, toPathError } from "../path-error.js";
import type { Host } from "./host.js";
import { STDIN_NAME } from "./read-paths.js";

/** Enough to see the head of a cassette. */
const HEAD_BYTES = 4096;

/**
 * Reads a file or, for `-`, standard input as it comes; nothing is kept.
 * @throws {PathError} where it cannot be read; what the readers of HAR and cassettes throw
 */
export async function* readTraffic(file: string, host: Pick<Host, "stdin">): AsyncGenerator<Exchange, void> {
  const chunks = file === STDIN_NAME ? host.stdin[Symbol.asyncIterator]() : await openChunks(file);
  try {
    const first: Uint8Array[] = [];
    for (let size = 0; size < HEAD_BYTES; ) {
      const { value, done } = await chunks.next();
      if (done === true) break;
      first.push(value);
      size += value.length;
    }
    const whole = rejoined(first, chunks);
    yield* isCassette(first) ? readCassette(linesOf(whole)) : readHar(whole);
  } finally {
    await chunks.return?.();
  }
}

async function openChunks(file: string): Promise<AsyncIterator<Uint8Array>> {
  try {
    if ((await stat(file)).isDirectory()) throw new PathError("read", file, "EISDIR");
  } catch (error) {
    throw toPathError("read", file, error);
  }
  return readChunks(file);
}

async function* readChunks(file: string): AsyncGenerator<Uint8Array, void> {
  try {
    yield* createReadStream(file) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw toPathError("read", file, error);
  }
}

function isCassette(first: readonly Uint8Array[]): boolean {
  const text = Buffer.concat(first)
    .toString("latin1")
    .replace(/^\u00ef\u00bb\u00bf/, "")
    .trimStart();
  return text.startsWith("{") && text.slice(0, text.indexOf("\n") >>> 0).includes(`"${CASSETTE_FORMAT}"`);
}

async function* rejoined(first: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of chunks) {
    text += decoder.decode(chunk, { stream: true });
    const lines = text.split("\n");
    text = lines.pop() ?? "";
    yield* lines;
  }
  yield text + decoder.decode();
}
