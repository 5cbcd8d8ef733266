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

/** Starts the threads: each loads the program once and takes one path after the other. */
export function createPool(threads: number): Pool {
  const pool = new Piscina<WorkerTask, Examined>({
    filename: new URL("./preflight-worker.js", import.meta.url).href,
    name: "examineInWorker",
    minThreads: threads,
    maxThreads: threads,
    recordTiming: false,
    // Nothing of this process is for them: its arguments and its environment may hold the password.
    argv: [],
    execArgv: [],
    env: {},
  });
  // A thread that breaks down in the midst of a task fails the task; without one, nothing is lost.
  pool.on("error", () => {});
  return {
    // No signal goes with a task: the pool would start a new thread for each one that it ends.
    examine: (task) => pool.run(task).catch((error: unknown) => failed(task, error)),
    close: () => pool.destroy(),
  };
}
