/** Files as bytes: read up to a bound, written whole or not at all. */
import type { FileHandle } from "node:fs/promises";
import { open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { concatBytes } from "../bytes/buffer.js";
import type { FileContent } from "./new-file.js";
import { nameExclusively, temporaryIn, writeNew } from "./new-file.js";
import { PathError, toPathError } from "./path-error.js";

/** What was read of a file. */
export interface BoundedFile {
  /** The whole file, or only its head where it is larger than the bound. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly isWhole: boolean;
  /** Size of the whole file; of a pipe that is larger than the bound, only the bytes that were read. */
  readonly totalBytes: number;
}

/** Enough to tell what kind of file it is. */
const HEAD_BYTES = 4096;
const CHUNK_BYTES = 65_536;

/**
 * Reads a file, a pipe or a device, at most `maxBytes + 1` bytes of it; of a file that says it is larger, the head only.
 * @throws {PathError} with the system's code; `EISDIR` for a folder on every system
 */
export async function readBounded(path: string, maxBytes: number): Promise<BoundedFile> {
  let handle: FileHandle | undefined;
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new PathError("read", path, "EISDIR");
    handle = await open(path, "r");
    if (found.isFile() && found.size > maxBytes) {
      const bytes = await readUpTo(handle, Math.min(HEAD_BYTES, maxBytes));
      return { bytes, isWhole: false, totalBytes: found.size };
    }
    return bounded(await readUpTo(handle, maxBytes + 1), maxBytes);
  } catch (error) {
    throw toPathError("read", path, error);
  } finally {
    await handle?.close();
  }
}

/** Reads a stream as {@link readBounded} does a pipe; what follows the bound is not read. */
export async function readBoundedStream(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<BoundedFile> {
  const parts: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of chunks) {
    parts.push(chunk.subarray(0, maxBytes + 1 - total));
    total += parts.at(-1)?.length ?? 0;
    if (total > maxBytes) break;
  }
  return bounded(concatBytes(parts), maxBytes);
}

/** @param bytes - at most one more than the bound */
function bounded(bytes: Uint8Array<ArrayBuffer>, maxBytes: number): BoundedFile {
  if (bytes.length <= maxBytes) return { bytes, isWhole: true, totalBytes: bytes.length };
  return { bytes: bytes.slice(0, Math.min(HEAD_BYTES, maxBytes)), isWhole: false, totalBytes: bytes.length };
}

async function readUpTo(handle: FileHandle, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  while (total < maxBytes) {
    const chunk = new Uint8Array(Math.min(CHUNK_BYTES, maxBytes - total));
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, null);
    if (bytesRead === 0) break;
    chunks.push(chunk.subarray(0, bytesRead));
    total += bytesRead;
  }
  return concatBytes(chunks);
}

/** Options of {@link writeWhole}. */
export interface WriteOptions {
  /** Replaces a file of that name. */
  readonly force: boolean;
  /** Permissions of the new file, where the system has such: 0o600 for secrets. */
  readonly mode: number;
}

/**
 * Writes a file whole or not at all: into a new file of the same folder, on to the disk, then under its name.
 * Without `force` an existing file is never replaced, not even one that appears in the same moment. With it, a symbolic
 * link is replaced, not followed; devices, pipes and folders are refused.
 * @throws {PathError} with the system's code; `EEXIST` without `force` where the name is taken
 */
export async function writeWhole(path: string, content: FileContent, options: WriteOptions): Promise<void> {
  const temporary = temporaryIn(dirname(path));
  try {
    await refuseTaken(path, options);
    try {
      await writeNew(temporary, content, options.mode);
      if (options.force) await rename(temporary, path);
      else await nameExclusively(temporary, path);
    } finally {
      await rm(temporary, { force: true });
    }
  } catch (error) {
    throw toPathError("write", path, error);
  }
}

/**
 * Refuses early what {@link writeWhole} would refuse in the end, so that nobody types a password in vain.
 * @throws {PathError} `EEXIST`, or `EPERM` for what is there and no file
 */
export async function refuseTaken(path: string, { force }: Pick<WriteOptions, "force">): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return;
  if (found.isDirectory()) throw new PathError("write", path, "EISDIR");
  if (!force) throw new PathError("write", path, "EEXIST");
  if (!found.isFile()) throw new PathError("write", path, "EPERM");
}
