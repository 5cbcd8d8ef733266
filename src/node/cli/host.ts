/** The process that a command runs in, as far as commands need to know it: tests bring one of their own. */

import type { RandomSource } from "../../crypto/random.js";

/** Standard output or standard error. */
export interface Output {
  readonly write: (text: string) => void;
  /** Settles when what was written has been taken: whoever writes much waits for it, so that nothing piles up. */
  readonly drained: () => Promise<void>;
  readonly isTerminal: boolean;
  /** Characters in a line at this moment; 80 where there is no terminal. */
  readonly columns: number;
}

/** What asks a process to end: Ctrl-C, and the system. */
export type InterruptSignal = "SIGINT" | "SIGTERM";

/** What a command reads, asks and writes. */
export interface Host {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Nothing is read of it before somebody iterates. */
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** True where somebody can be asked: standard input and standard error are a terminal. */
  readonly isInteractive: boolean;
  readonly now: () => Date;
  /** Makes a GUID that nobody has had. */
  readonly newId: () => string;
  /** Where salts, serial numbers and passwords come from; keys are WebCrypto's own. */
  readonly random: RandomSource;
  /** Opens a connection. Only commands that say so in their help do. */
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** Asks for a password without showing it. Rejects with `CancelledError` where the user gives up or `signal` is aborted. */
  readonly promptPassword: (question: string, signal?: AbortSignal) => Promise<string>;
  /** Calls `listener` instead of ending the process, until the function that it returns is called. */
  readonly onInterrupt: (listener: (signal: InterruptSignal) => void) => () => void;
  /** Ends the process as the system does on that signal, once what was written has gone out. */
  readonly endBySignal: (signal: InterruptSignal) => Promise<void>;
}
