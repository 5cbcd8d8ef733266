/** `--files-from`: the names of files, from a file or standard input. */
import { open, stat } from "node:fs/promises";
import { concatBytes } from "../../bytes/buffer.js";
import { PathError, toPathError } from "../path-error.js";
import { UsageError } from "./failure.js";
import type { Host } from "./host.js";

/** No system takes longer names: whoever has one here gave no list. */
const MAX_CHARACTERS = 65_536;

/**
 * Opens a list, so that one that is not there is told before any work.
 * @param source - a path, or `-` for standard input
 * @throws {PathError} where it cannot be read
 */
export async function openPathList(source: string, { stdin }: Host): Promise<AsyncIterable<readonly string[]>> {
  if (source === "-") return readPathList(stdin);
  try {
    if ((await stat(source)).isDirectory()) throw new PathError("read", source, "EISDIR");
    const handle = await open(source, "r");
    return readPathList(readChunks(source, handle.createReadStream()));
  } catch (error) {
    throw toPathError("read", source, error);
  }
}

async function* readChunks(path: string, stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    throw toPathError("read", path, error);
  }
}

/**
 * The names in a list, as many at a time as have come: one a line (LF or CRLF), or ended by NUL as `find -print0` does where
 * a NUL comes with the first names. Empty names are left out. The text is UTF-8, or UTF-16 with a byte order mark, as
 * PowerShell 5 writes it.
 * @throws {UsageError} for a name longer than any system takes
 */
export async function* readPathList(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly string[]> {
  let separator: "\0" | "\n" | undefined;
  let rest = "";
  for await (const text of decode(chunks)) {
    rest += text;
    separator ??= separatorOf(rest);
    const names = separator === undefined ? [rest] : rest.split(separator);
    rest = names.pop() ?? "";
    yield clean(names, separator);
    if (rest.length > MAX_CHARACTERS)
      throw new UsageError(`--files-from holds a name of more than ${MAX_CHARACTERS} characters: that is no list`);
  }
  yield clean([rest], separator);
}

function separatorOf(text: string): "\0" | "\n" | undefined {
  if (text.includes("\0")) return "\0";
  return text.includes("\n") ? "\n" : undefined;
}

/** Without carriage returns at the ends of lines, and without empty names. */
function clean(names: readonly string[], separator: "\0" | "\n" | undefined): readonly string[] {
  const whole = separator === "\0" ? names : names.map((name) => (name.endsWith("\r") ? name.slice(0, -1) : name));
  return whole.filter((name) => name !== "");
}

/** Waits for two bytes, which are all of a byte order mark that decides. */
async function* decode(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let head: Uint8Array = new Uint8Array(0);
  for await (const chunk of chunks) {
    if (decoder !== undefined) {
      yield decoder.decode(chunk, { stream: true });
      continue;
    }
    head = concatBytes([head, chunk]);
    if (head.length < 2) continue;
    decoder = new TextDecoder(encodingOf(head));
    yield decoder.decode(head, { stream: true });
  }
  yield decoder === undefined ? new TextDecoder().decode(head) : decoder.decode();
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
}
