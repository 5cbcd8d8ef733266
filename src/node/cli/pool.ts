/** Worker threads that examine paths beside one another. */
import { Piscina } from "piscina";
import type { Examined } from "./examined.js";
import { failed } from "./examined.js";
import type { WorkerTask } from "./preflight-worker.js";

/** Threads that are ready to work. */
export interface Pool {
  /** Examines one path in a thread of its own. A thread that breaks down is replaced, and the path is an outcome. */
  readonly examine: (task: WorkerTask) => Promise<Examined>;
  /** Ends the threads in the midst of whatever they do; settles once they have ended. */
  readonly close: () => Promise<void>;
}

/**
 * Starts threads: each loads the program once and takes one path after the other.
 * @throws whatever keeps them from starting
 */
export async function createPool(threads: number): Promise<Pool> {
  const pool = new Piscina<WorkerTask, Examined>({
    filename: new URL("./preflight-worker.js", import.meta.url).href,
    name: "examineInWorker",
    minThreads: threads,
    maxThreads: threads,
    recordTiming: false,
    // Nothing of this process is for them: its arguments and its environment may hold the password.
    argv: [],
    execArgv: [],
    // The one variable lets threads wait for work in their event loop: without it V8 keeps what every file left behind,
    // over thousands of files tens of megabytes.
    env: { PISCINA_DISABLE_ATOMICS: "1" },
  });
  const pending = new Set<(error: unknown) => void>();

  /** Whatever waits for a thread would wait forever: those that fail to start are not replaced. */
  function failAllWithoutThreads(error: unknown): void {
    if (pool.threads.length > 0) return;
    for (const fail of [...pending]) fail(error);
  }

  pool.on("error", failAllWithoutThreads);
  try {
    await pool.run(undefined, { name: "confirmReady" });
  } catch (error) {
    await pool.destroy();
    throw error;
  }
  return {
    examine: (task) =>
      new Promise((resolve) => {
        const settle = (examined: Examined): void => {
          pending.delete(fail);
          resolve(examined);
        };
        const fail = (error: unknown): void => settle(failed(task, error));
        pending.add(fail);
        // No signal goes with it: the pool would start a new thread for each one that it ends.
        pool.run(task).then(settle, (error: unknown) => {
          fail(error);
          failAllWithoutThreads(error);
        });
      }),
    close: () => pool.destroy(),
  };
}
