/**
 * What is used of piscina 5, found here by `paths` of the tsconfig.json files: its own declarations contradict themselves
 * under `exactOptionalPropertyTypes` (`FilledOptions.atomics`).
 */
import type { EventEmitter } from "node:events";

export interface PiscinaOptions {
  /** Path or `file:` URL of the worker's module. */
  readonly filename: string;
  /** The export that takes tasks. */
  readonly name: string;
  readonly minThreads: number;
  readonly maxThreads: number;
  readonly recordTiming: boolean;
  readonly argv: string[];
  readonly execArgv: string[];
  readonly env: Record<string, string>;
}

export class Piscina<Task, Result> extends EventEmitter {
  constructor(options: PiscinaOptions);
  run(task: Task): Promise<Result>;
  /** Calls another export of the worker's module. */
  run(task: undefined, options: { readonly name: string }): Promise<unknown>;
  /** Those that have not ended. */
  readonly threads: readonly object[];
  /** Ends the threads; what they are at fails. */
  destroy(): Promise<void>;
}
