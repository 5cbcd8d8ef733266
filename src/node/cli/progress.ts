/** A bar on standard error for work that takes long: only on a terminal, not at once, and gone in the end. */
import { Writable } from "node:stream";
import type { SingleBar } from "cli-progress";
import type { Host, Output } from "./host.js";

/** How far the work has come. */
export interface Reached {
  readonly done: number;
  /** What is known to be there: all of it, or at least so much. */
  readonly known: number;
  readonly isTotal: boolean;
  /** What to say in the place of the number of files, where files are not what is counted. */
  readonly text?: string | undefined;
}

/** A bar that may be on the terminal. */
export interface Progress {
  /**
   * The work begins.
   * @param reached - is asked whenever the bar is drawn
   */
  readonly begin: (reached: () => Reached) => void;
  /** Must be called before anything else is written to the terminal: the bar comes back below it. */
  readonly clear: () => void;
  /** Takes the bar away for as long as `work` takes, such as a question. */
  readonly without: <Value>(work: () => Promise<Value>) => Promise<Value>;
  readonly end: () => void;
}

/** Work that is done before this needs no bar. */
const DELAY_MS = 1000;
const FRAMES_PER_SECOND = 8;
const MAX_BAR = 40;
/** To the first column, and nothing in the line. */
const CLEAR = "\r\u001b[2K";
/** Remembers where the cursor is: the library returns there when its bar ends. */
const SAVE_CURSOR = "\u001b7";

/**
 * Makes a bar for an output; it is never there where the output is no terminal, or one that cannot go back in a line. The
 * library is loaded only once a bar is due.
 * @param delayMs - for how long there is none
 */
export function createProgress(
  output: Output,
  { environment }: Pick<Host, "environment">,
  delayMs: number = DELAY_MS,
): Progress {
  const isPossible = output.isTerminal && environment["TERM"] !== "dumb";
  let reached: (() => Reached) | undefined;
  let bar: SingleBar | undefined;
  let timer: NodeJS.Timeout | undefined;

  const clear = (): void => {
    if (bar !== undefined) output.write(CLEAR);
  };
  const begin = (asked: () => Reached): void => {
    reached = asked;
    if (isPossible) timer = setTimeout(() => void show(asked), delayMs).unref();
  };
  const show = async (asked: () => Reached): Promise<void> => {
    const created = await createBar(output, asked);
    // Meanwhile everything may be over.
    if (reached !== asked) return;
    bar = created;
    bar.start(1, 0);
  };
  const end = (): void => {
    reached = undefined;
    clearTimeout(timer);
    if (bar === undefined) return;
    clear();
    output.write(SAVE_CURSOR);
    bar.stop();
    bar = undefined;
  };
  return {
    begin,
    clear,
    end,
    without: async (work) => {
      const interrupted = reached;
      end();
      try {
        return await work();
      } finally {
        if (interrupted !== undefined) begin(interrupted);
      }
    },
  };
}

async function createBar(output: Output, reached: () => Reached): Promise<SingleBar> {
  const { default: progress } = await import("cli-progress");
  const stream = new Writable({
    decodeStrings: false,
    write: (text: string, _encoding, done) => {
      output.write(text);
      done();
    },
  });
  return new progress.SingleBar({
    stream: Object.assign(stream, { isTTY: true, columns: output.columns }),
    format: () => render(reached(), output.columns),
    fps: FRAMES_PER_SECOND,
    forceRedraw: true, // what was written between may have taken its place
    linewrap: true, // no mode of the terminal is changed, so none has to be changed back
    clearOnComplete: true,
  });
}

/** `[=====-----] 312 of 1,000 files`, without a bar where nobody knows how many there will be. */
function render(reached: Reached, columns: number): string {
  const { done, known, isTotal, text = countOf(reached) } = reached;
  const size = Math.min(MAX_BAR, columns - text.length - 4);
  if (!isTotal || size < 10) return text;
  const filled = Math.min(size, Math.floor((size * done) / Math.max(known, 1)));
  return `[${"=".repeat(filled)}${"-".repeat(size - filled)}] ${text}`;
}

/** `312 of 1,000 files`, `312 of at least 1,000 files` */
export function countOf({ done, known, isTotal }: Reached): string {
  const number = new Intl.NumberFormat("en-US");
  const total = `${isTotal ? "" : "at least "}${number.format(known)}`;
  return `${number.format(done)} of ${total} ${known === 1 ? "file" : "files"}`;
}
