/** The host that is this very process. */
import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { isatty } from "node:tty";
import { randomOctets } from "../../crypto/random.js";
import { toPathError } from "../path-error.js";
import { EXIT_CODE } from "./exit-codes.js";
import type { Host, InterruptSignal, Output } from "./host.js";
import { promptPassword } from "./prompt-password.js";

const DEFAULT_COLUMNS = 80;

/** How long calls to the system may still take after an interruption. */
const PATIENCE_MS = 500;
const POLL_MS = 20;

/** Standard streams, environment, clock and terminal of the process. */
export function processHost(): Host {
  return {
    stdout: toOutput(process.stdout),
    stderr: toOutput(process.stderr),
    stdin: { [Symbol.asyncIterator]: readStdin },
    environment: process.env,
    isInteractive: isatty(0) && isatty(2),
    now: () => new Date(),
    newId: randomUUID,
    random: randomOctets,
    fetch,
    promptPassword,
    onInterrupt,
    endBySignal: async (signal) => {
      await flush();
      process.kill(process.pid, signal);
    },
  };
}

/**
 * Ends the process after a signal, but not before what was written has gone out: a read of standard input may be pending
 * that nothing will ever answer. Where that is so of a file (a named pipe, a share that hangs), `exit` would wait for it,
 * so the signal itself ends the process.
 */
export async function exitAfter(signal: InterruptSignal): Promise<void> {
  await flush();
  for (let waited = 0; waited < PATIENCE_MS; waited += POLL_MS) {
    if (!process.getActiveResourcesInfo().some((name) => name.startsWith("FSReq"))) process.exit();
    await setTimeout(POLL_MS);
  }
  process.kill(process.pid, signal);
}

async function flush(): Promise<void> {
  const streams = [process.stdout, process.stderr];
  await Promise.all(streams.map((stream) => new Promise<void>((resolve) => stream.write("", () => resolve()))));
}

function onInterrupt(listener: (signal: InterruptSignal) => void): () => void {
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.on(signal, listener);
  return () => {
    for (const signal of signals) process.off(signal, listener);
  };
}

/** `process.stdin` keeps the process alive once it is read, so it is not touched before the first chunk is wanted. */
async function* readStdin(): AsyncGenerator<Uint8Array> {
  try {
    yield* process.stdin as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw toPathError("read", "standard input", error);
  }
}

/**
 * A reader that goes away (`| head`) is no failure: the rest of the output is dropped and the verdict still counts. Any
 * other failure to write (a full disk) is.
 */
function toOutput(stream: NodeJS.WriteStream): Output {
  let isBroken = false;
  let waiting: (() => void)[] = [];
  const release = (): void => {
    for (const resume of waiting) resume();
    waiting = [];
  };
  stream.on("drain", release);
  stream.on("close", release);
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (isBroken) return;
    isBroken = true;
    release();
    if (error.code === "EPIPE") return;
    process.exitCode = EXIT_CODE.unreadable;
    if (stream !== process.stderr) process.stderr.write(`graph-certkit: cannot write the output (${error.code})\n`);
  });
  return {
    write: (text) => {
      if (!isBroken) stream.write(text);
    },
    drained: () => {
      if (isBroken || !stream.writableNeedDrain) return Promise.resolve();
      return new Promise((resolve) => void waiting.push(resolve));
    },
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.columns > 0 ? stream.columns : DEFAULT_COLUMNS;
    },
  };
}
