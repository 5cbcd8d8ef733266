/**
 * State that survives the process: a snapshot in the first line of a file, and one line for every change since.
 *
 * A change is on the disk before {@link StateFile.append} settles, so whatever was acknowledged after it is there after
 * `kill -9` or a loss of power. Lines are checked by a hash; the last one may be torn, since nobody was told of it, and is
 * dropped. Now and then, and on opening, the file is replaced as a whole by one that holds the snapshot alone.
 */
import type { FileHandle } from "node:fs/promises";
import { open, realpath, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { refuseTaken } from "../files.js";
import { writeNew } from "../new-file.js";
import { toPathError } from "../path-error.js";
import { lockFile } from "./lock-file.js";
import type { LoadedState } from "./read-state.js";
import { readState } from "./read-state.js";
import { writeChanges, writeFirstLine } from "./state-line.js";

/** State and what changed it, as JSON that nobody here looks into. */
export interface StateFileOptions {
  /** The state of this moment; with every change in it that was handed to `append` before. */
  readonly snapshot: () => unknown;
}

/** A file that this process alone writes to. */
export interface StateFile {
  readonly loaded: LoadedState;
  /**
   * Begins to write: replaces the file by the snapshot. Called once, when the state was restored from `loaded`.
   * @throws {PathError}
   */
  readonly begin: (options: StateFileOptions) => Promise<void>;
  /**
   * Keeps a change; changes that come together are written together, in the order of the calls.
   * @throws {PathError} where it could not be written; the next call then begins with the snapshot, which has it
   */
  readonly append: (change: unknown) => Promise<void>;
  /** Waits for what is being written and lets go of the file; may be called again. */
  readonly close: () => Promise<void>;
}

/** It holds private keys and passwords. */
const SECRET_MODE = 0o600;

/** How a file is kept. */
export interface KeepingOptions {
  /** The file is replaced when its changes take this much room and more than its snapshot does; default 4 MiB. */
  readonly leastCompactionBytes?: number | undefined;
}

/**
 * Opens a file that is to be written, or does not exist yet, and locks it: FILE.lock stands beside it until `close`.
 * @throws {PathError} where it cannot be read or the lock cannot be made
 * @throws {MalformedError} `ERR_MOCK_STATE` where it holds something else; it is left as it is
 * @throws {LockedError} where another process has it
 */
export async function openStateFile(name: string, options: KeepingOptions = {}): Promise<StateFile> {
  // A symbolic link stays one, and whoever comes by another name finds the same lock.
  const path = await realpath(name).catch(() => name);
  const lock = await lockFile(`${path}.lock`);
  try {
    const loaded = await readState(path);
    return createStateFile({ path, loaded, release: lock.release, ...options });
  } catch (error) {
    await lock.release();
    throw error;
  }
}

interface Waiting {
  readonly change: unknown;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

interface Opened extends KeepingOptions {
  readonly path: string;
  readonly loaded: LoadedState;
  readonly release: () => Promise<void>;
}

function createStateFile({ path, loaded, release, leastCompactionBytes = 4 * 1024 * 1024 }: Opened): StateFile {
  let handle: FileHandle | undefined;
  let snapshot = (): unknown => null;
  let snapshotBytes = 0;
  let changeBytes = 0;
  let mustCompact = true;
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;
  let isClosed = false;

  const compact = async (): Promise<void> => {
    const line = writeFirstLine({ runs: loaded.runs + 1, state: snapshot() });
    await handle?.close();
    handle = undefined;
    await replaceWhole(path, line);
    await syncFolder(dirname(path));
    handle = await open(path, "a", SECRET_MODE);
    snapshotBytes = line.length;
    changeBytes = 0;
    mustCompact = false;
  };

  const write = async (changes: readonly unknown[]): Promise<void> => {
    if (mustCompact || changeBytes > Math.max(leastCompactionBytes, snapshotBytes)) return await compact();
    const line = writeChanges(changes);
    // Until it is known to be there: half a line in the middle would make the file unreadable.
    mustCompact = true;
    await handle?.appendFile(line);
    await handle?.datasync();
    mustCompact = false;
    changeBytes += line.length;
  };

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await write(batch.map(({ change }) => change));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(toPathError("write", path, error));
      }
    }
    writing = undefined;
  };

  return {
    loaded,
    begin: async (options) => {
      snapshot = options.snapshot;
      try {
        await compact();
      } catch (error) {
        throw toPathError("write", path, error);
      }
    },
    append: (change) =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(new Error("the state file is closed"));
        waiting.push({ change, resolve, reject });
        writing ??= drain();
      }),
    close: async () => {
      isClosed = true;
      await writing;
      await handle?.close();
      handle = undefined;
      await release();
    },
  };
}

/** Always by way of the same name, so that a process that is killed meanwhile leaves no more than one such file. */
async function replaceWhole(path: string, content: string): Promise<void> {
  await refuseTaken(path, { force: true });
  const temporary = `${path}.new`;
  await rm(temporary, { force: true });
  await writeNew(temporary, content, SECRET_MODE);
  await rename(temporary, path);
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
