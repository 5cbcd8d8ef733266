/** Files below a folder, chosen by the ends of their names. */
import type { Dirent } from "node:fs";
import { opendir, stat } from "node:fs/promises";
import { sep } from "node:path";
import { PathError, toPathError } from "./path-error.js";

/** A file, or a folder whose files cannot be listed. */
export type Found =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "unreadable"; readonly error: PathError };

/** Something that is still to be looked at. */
interface Pending {
  readonly path: string;
  readonly isFolder: boolean;
}

/** Entries that one call to the system brings. */
const BUFFER_ENTRIES = 256;

/**
 * Walks a folder and all folders below it. What is in a folder comes in the order of UTF-16 code units, so that runs are
 * repeatable; of the folder that is being walked the fitting names are held, nothing of the others.
 *
 * Only files are found: devices and pipes are passed over. A symbolic link to a file counts as a file, one that leads
 * nowhere too (whoever reads it will tell); one to a folder is not followed, so that no walk goes round in circles.
 * @param endings - in lower case, such as `.pfx`; the case of names does not count
 */
export async function* findFiles(folder: string, endings: readonly string[]): AsyncGenerator<Found> {
  // A stack: what is to come next is its last entry.
  const pending: Pending[] = [{ path: folder, isFolder: true }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (!next.isFolder) {
      yield { kind: "file", path: next.path };
      continue;
    }
    try {
      const entries = await list(next.path, endings);
      for (const entry of entries.reverse()) pending.push(entry);
    } catch (error) {
      const known = toPathError("read", next.path, error);
      if (!(known instanceof PathError)) throw error;
      yield { kind: "unreadable", error: known };
    }
  }
}

async function list(folder: string, endings: readonly string[]): Promise<Pending[]> {
  const entries: Pending[] = [];
  for await (const entry of await opendir(folder, { bufferSize: BUFFER_ENTRIES })) {
    const path = /[/\\]$/.test(folder) ? `${folder}${entry.name}` : `${folder}${sep}${entry.name}`;
    if (entry.isDirectory()) entries.push({ path, isFolder: true });
    else if (endsWithOne(entry.name, endings) && (await isFile(entry, path))) entries.push({ path, isFolder: false });
  }
  return entries.sort((left, right) => (left.path < right.path ? -1 : 1));
}

function endsWithOne(name: string, endings: readonly string[]): boolean {
  const lowerCase = name.toLowerCase();
  return endings.some((ending) => lowerCase.endsWith(ending));
}

async function isFile(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  const target = await stat(path).catch(() => undefined);
  return target?.isFile() ?? true;
}
