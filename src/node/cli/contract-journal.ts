/** The file in which a live run writes down what it is about to make, so that `sweep` finds it after a crash. */
import type { FileHandle } from "node:fs/promises";
import { open, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Journal, JournalEntry } from "../../contract/live/journal.js";
import { openEntries } from "../../contract/live/open-entries.js";
import { toPathError } from "../path-error.js";

/** A journal on the disk. */
export interface JournalFile extends Journal {
  /** Absolute. */
  readonly path: string;
  /**
   * Lets go of the file, and removes it where nothing in it may still be there.
   * @returns whether it is left
   */
  readonly close: () => Promise<boolean>;
}

/** It names objects of a tenant, which is nobody else's business. */
const MODE = 0o600;

/**
 * Makes the file. A line is on the disk before {@link Journal.write} settles: what is made after it can be found after
 * `kill -9` or a loss of power.
 * @throws {PathError} `EEXIST` where the name is taken: an earlier run may have left something
 */
export async function createJournalFile(name: string): Promise<JournalFile> {
  const path = resolve(name);
  const handle = await openNew(path);
  const entries: JournalEntry[] = [];
  let writing: Promise<void> = Promise.resolve();
  const append = async (entry: JournalEntry): Promise<void> => {
    try {
      await handle.appendFile(`${JSON.stringify(entry)}\n`);
      await handle.datasync();
    } catch (error) {
      throw toPathError("write", path, error);
    }
  };
  return {
    path,
    write: (entry) => {
      entries.push(entry);
      const written = writing.then(() => append(entry));
      // A line that could not be written is told to whoever wrote it, not to the next one.
      writing = written.catch(() => undefined);
      return written;
    },
    close: async () => {
      await writing;
      await handle.close();
      const isLeft = openEntries(entries).length > 0;
      if (!isLeft) await rm(path, { force: true });
      return isLeft;
    },
  };
}

async function openNew(path: string): Promise<FileHandle> {
  try {
    const handle = await open(path, "ax", MODE);
    await syncFolder(dirname(path));
    return handle;
  } catch (error) {
    throw toPathError("write", path, error);
  }
}

/** Puts the new name on the disk as well; systems that cannot do that for folders (Windows) do it by themselves. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    await handle.sync().finally(() => handle.close());
  } catch {
    // The file is there in any case.
  }
}
