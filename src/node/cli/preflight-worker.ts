/**
 * Entry of the worker threads of `preflight --jobs`, started by its address: see pool.ts. The password comes with each
 * task as a message between threads, which no argument, environment or file of the system shows.
 */
import { readSmallFile } from "../read-small-file.js";
import { SYNC_PROVIDER } from "../sync-crypto.js";
import type { Task } from "./examine.js";
import { examine } from "./examine.js";
import type { Examined } from "./examined.js";

/** A task and what the main thread would give it in place. */
export interface WorkerTask extends Task {
  readonly password: string;
}

/** Examines one path, on this very thread: it has nothing else to do. */
export function examineInWorker({ password, ...task }: WorkerTask): Promise<Examined> {
  return examine(task, {
    readPassword: () => Promise.resolve(password),
    provider: SYNC_PROVIDER,
    readAtOnce: readSmallFile,
  });
}

/** Does nothing: who can be asked this has started. */
export function confirmReady(): void {}
