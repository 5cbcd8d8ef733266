/** Decides in which thread a path is examined. */
import { availableParallelism } from "node:os";
import type { Task } from "./examine.js";
import { examine } from "./examine.js";
import type { Examined } from "./examined.js";
import { unreadable } from "./examined.js";
import type { PasswordSource } from "./password-source.js";
import type { Pool } from "./pool.js";
import type { Input } from "./read-paths.js";
import { STDIN_NAME } from "./read-paths.js";

/** What all paths have in common. */
export interface ExaminerOptions {
  readonly settings: Omit<Task, "file">;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly password: PasswordSource;
  /** @param file - the path whose password is asked for */
  readonly question: (file: string) => string;
  /** Threads; with 1 all is done in this one. Default: up to four, once there are many paths. */
  readonly jobs: number | undefined;
  /** How many paths are known so far. */
  readonly seen: () => number;
  /** Hears why no threads can be started; this one does all the work then. */
  readonly onNoThreads: (error: unknown) => void;
}

/** Examines paths, several at once. */
export interface Examiner {
  /** How many paths it can work on at once. */
  readonly jobs: number;
  /**
   * @param signal - stops what this thread does; what other threads do ends with {@link Examiner.close}
   * @throws the reason of `signal`; whatever the password's source throws
   */
  readonly examine: (input: Input, signal: AbortSignal) => Promise<Examined>;
  /** Ends the threads, whatever they do; settles once they have ended. */
  readonly close: () => Promise<void>;
}

/** Fewer paths are done before threads are up. */
export const MANY_PATHS = 16;
const MAX_DEFAULT_JOBS = 4;

/**
 * The threads are started with the first path that goes to them. Until the user has answered for the password, and for
 * standard input, which they cannot read, this thread does the work.
 */
export function createExaminer(options: ExaminerOptions): Examiner {
  const { settings, stdin, password, question, seen } = options;
  const jobs = options.jobs ?? Math.min(availableParallelism(), MAX_DEFAULT_JOBS);
  let pool: Promise<Pool | undefined> | undefined;

  async function startPool(): Promise<Pool | undefined> {
    try {
      const { createPool } = await import("./pool.js");
      return await createPool(jobs);
    } catch (error) {
      options.onNoThreads(error);
      return undefined;
    }
  }

  function poolFor(input: Input): Promise<Pool | undefined> | undefined {
    if (jobs === 1 || input.kind !== "file") return undefined;
    if (options.jobs === undefined && seen() < MANY_PATHS) return undefined;
    pool ??= startPool();
    return pool;
  }

  return {
    jobs,
    examine: async (input, signal) => {
      if (input.kind === "unreadable") return unreadable({ file: input.error.path, ...settings }, input.error);
      const task = { ...settings, file: input.kind === "stdin" ? STDIN_NAME : input.file };
      const known = password.known();
      const threads = known === undefined ? undefined : await poolFor(input);
      if (known !== undefined && threads !== undefined) return threads.examine({ ...task, password: known });
      const readPassword = (): Promise<string> => password.read(question(task.file), signal);
      return examine(task, { readPassword, signal, ...(input.kind === "stdin" && { stdin }) });
    },
    close: async () => {
      await (await pool)?.close();
    },
  };
}
