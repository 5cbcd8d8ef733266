/** Unpacks brotli-compressed files into a folder that appears whole or not at all. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";

/** Big chunks: the browser is 190 MB. */
const chunkSize = 2 ** 21;

/** tar may stop reading at the archive's end mark, before the padding behind it: then the pipe breaks and all is well. */
function isLeftUnread(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "EPIPE" || code === "ERR_STREAM_PREMATURE_CLOSE";
}

/** `x.br` becomes an executable file `x`; the content of `y.tar.br` is laid into the folder (system `tar`). */
async function unpackOne(file: string, folder: string): Promise<void> {
  const name = basename(file, ".br");
  const brotli = createBrotliDecompress({ chunkSize });
  if (!name.endsWith(".tar")) {
    await pipeline(createReadStream(file), brotli, createWriteStream(resolve(folder, name), { mode: 0o755 }));
    return;
  }
  const tar = spawn("tar", ["-x", "--no-same-owner", "-C", folder, "-f", "-"], {
    stdio: "pipe",
  });
  tar.stdout.resume();
  const complaints: Uint8Array[] = [];
  tar.stderr.on("data", (chunk: Uint8Array) => complaints.push(chunk));
  const closed = once(tar, "close");
  const fed = pipeline(createReadStream(file), brotli, tar.stdin).catch((error: unknown) => error);
  const [code] = await closed;
  if (code !== 0) throw new Error(`tar could not unpack ${file} (exit ${code}): ${Buffer.concat(complaints)}`);
  const failure = await fed;
  if (failure !== undefined && !isLeftUnread(failure)) throw failure;
}

/**
 * Unpacks `files` into `target` unless that folder is there already, which then holds them all: the work is done in a
 * folder of its own beside it and renamed into place at the end, so runs that start at once cannot see half of it.
 * Of two that finish, the first one's folder stays.
 */
export async function unpackOnce(files: readonly string[], target: string): Promise<void> {
  if (existsSync(target)) return;
  await mkdir(dirname(target), { recursive: true });
  const folder = await mkdtemp(`${target}.part-`);
  try {
    await Promise.all(files.map((file) => unpackOne(file, folder)));
    await rename(folder, target);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
}
