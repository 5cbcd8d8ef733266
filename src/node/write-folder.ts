/** Several files of one folder: all of them are written, or none is. */
import { mkdir, rename, rm, rmdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { refuseTaken } from "./files.js";
import type { FileContent } from "./new-file.js";
import { nameExclusively, temporaryIn, writeNew } from "./new-file.js";
import { codeOf, PathError, toPathError } from "./path-error.js";

/** A file to be written. */
export interface FolderFile {
  /** Name in the folder. */
  readonly name: string;
  readonly content: FileContent;
  /** Permissions, where the system has such: 0o600 for secrets. */
  readonly mode: number;
}

/** Options of {@link writeFolder}. */
export interface WriteFolderOptions {
  /** Replaces files of those names; other files of the folder stay as they are in any case. */
  readonly force: boolean;
  /** Gives it up, and takes back what was done, as long as one file has not got its name. */
  readonly signal?: AbortSignal;
}

/** A file on its way from a temporary name to its own, and the earlier one that it replaces. */
interface Placing {
  readonly path: string;
  readonly temporary: string;
  /** Where the earlier file waits. */
  aside?: string;
  isPlaced: boolean;
}

/** A new folder is for its owner alone: it holds a key. */
const FOLDER_MODE = 0o700;

/**
 * Writes files of one folder: all are written to the disk under other names first, then named one after the other; where
 * that fails, those already named are taken back, and with `force` the earlier ones return. The folder is made where it is
 * not there. Only a machine that stops in between leaves something half: files whose names begin with `.graph-certkit-`.
 * @param files - of different names
 * @throws {PathError} with the system's code and the path of the file or folder; `EEXIST` without `force` where a name is
 * taken
 * @throws the reason of `signal` when it is aborted
 */
export async function writeFolder(
  folder: string,
  files: readonly FolderFile[],
  { force, signal }: WriteFolderOptions,
): Promise<void> {
  const placings: Placing[] = [];
  const made = await makeFolder(folder);
  let isDone = false;
  try {
    for (const { name } of files) await refuseTaken(join(folder, name), { force });
    for (const { name, content, mode } of files) {
      signal?.throwIfAborted();
      const placing = { path: join(folder, name), temporary: temporaryIn(folder), isPlaced: false };
      placings.push(placing);
      await attempt(placing.path, () => writeNew(placing.temporary, content, mode));
    }
    for (const placing of placings) {
      signal?.throwIfAborted();
      await attempt(placing.path, () => place(placing, force));
    }
    isDone = true;
  } finally {
    if (!isDone) for (const placing of placings.toReversed()) await takeBack(placing);
    for (const { temporary, aside } of placings) {
      await remove(temporary);
      if (isDone && aside !== undefined) await remove(aside);
    }
    if (!isDone) await removeFolders(folder, made);
  }
}

/**
 * Refuses early what {@link writeFolder} would refuse in the end; nothing is made.
 * @throws {PathError} as {@link writeFolder}
 */
export async function refuseTakenIn(
  folder: string,
  names: readonly string[],
  { force }: Pick<WriteFolderOptions, "force">,
): Promise<void> {
  await refuseOther(folder);
  for (const name of names) await refuseTaken(join(folder, name), { force });
}

async function refuseOther(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found !== undefined && !found.isDirectory()) throw new PathError("write", folder, "ENOTDIR");
}

/** @returns the outermost folder that was made; `undefined` where the folder was there */
async function makeFolder(folder: string): Promise<string | undefined> {
  await refuseOther(folder);
  return await attempt(folder, () => mkdir(folder, { recursive: true, mode: FOLDER_MODE }));
}

async function place(placing: Placing, force: boolean): Promise<void> {
  const { path, temporary } = placing;
  if (!force) {
    await nameExclusively(temporary, path);
  } else {
    await setAside(placing);
    await rename(temporary, path);
  }
  placing.isPlaced = true;
}

async function setAside(placing: Placing): Promise<void> {
  const aside = temporaryIn(dirname(placing.path));
  try {
    await rename(placing.path, aside);
    placing.aside = aside;
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
}

/** What cannot be taken back stays: the error that led here is the one to tell. */
async function takeBack({ path, aside, isPlaced }: Placing): Promise<void> {
  if (aside !== undefined) await rename(aside, path).catch(() => undefined);
  else if (isPlaced) await remove(path);
}

async function remove(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
}

/** Removes the folders that were made, from the inside to the outside, as far as nobody else has put something there. */
async function removeFolders(folder: string, outermost: string | undefined): Promise<void> {
  if (outermost === undefined) return;
  for (let path = resolve(folder); ; path = dirname(path)) {
    const isRemoved = await rmdir(path).then(
      () => true,
      () => false,
    );
    if (!isRemoved || path === resolve(outermost) || dirname(path) === path) return;
  }
}

async function attempt<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw toPathError("write", path, error);
  }
}
