/** The process that a command runs in, as far as commands need to know it: tests bring one of their own. */
import { isatty } from "node:tty";
import { EXIT_CODE } from "./exit-codes.js";
import { promptPassword } from "./prompt-password.js";

/** Standard output or standard error. */
export interface Output {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  /** Characters in a line; 80 where there is no terminal. */
  readonly columns: number;
}

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
  /** Asks for a password without showing it. Rejects with `CancelledError` where the user gives up. */
  readonly promptPassword: (question: string) => Promise<string>;
}

const DEFAULT_COLUMNS = 80;

/** The process itself. */
export function processHost(): Host {
  return {
    stdout: toOutput(process.stdout),
    stderr: toOutput(process.stderr),
    stdin: {
      // `process.stdin` keeps the process alive once it is read, so it is not touched before it is needed.
      [Symbol.asyncIterator]: () => process.stdin[Symbol.asyncIterator](),
    },
    environment: process.env,
    isInteractive: isatty(0) && isatty(2),
    now: () => new Date(),
    promptPassword,
  };
}

/**
 * A reader that goes away (`| head`) is no failure: the rest of the output is dropped and the verdict still counts. Any
 * other failure to write (a full disk) is.
 */
function toOutput(stream: NodeJS.WriteStream): Output {
  let isBroken = false;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (isBroken) return;
    isBroken = true;
    if (error.code === "EPIPE") return;
    process.exitCode = EXIT_CODE.unreadable;
    if (stream !== process.stderr) process.stderr.write(`graph-certkit: cannot write the output (${error.code})\n`);
  });
  return {
    write: (text) => {
      if (!isBroken) stream.write(text);
    },
    isTerminal: stream.isTTY === true,
    columns: stream.columns > 0 ? stream.columns : DEFAULT_COLUMNS,
  };
}
