/** The hidden prompt. It writes to standard error, so that standard output holds results only. */
import { CancelledError } from "./failure.js";

/**
 * Asks for a password without showing it. The library behind is loaded only now: most calls do not ask.
 * @param question - printable text
 * @param given - gives the question up when it is aborted
 * @throws {CancelledError} on Ctrl-C, Ctrl-D, a closed terminal and where `given` is aborted
 */
export async function promptPassword(question: string, given?: AbortSignal): Promise<string> {
  const { default: password } = await import("@inquirer/password");
  // Ctrl-D only closes the line editor: without this the promise would stay unsettled when nothing is left to do.
  const ended = new AbortController();
  const abort = (): void => ended.abort();
  process.once("beforeExit", abort);
  const signal = given === undefined ? ended.signal : AbortSignal.any([ended.signal, given]);
  try {
    return await password({ message: question, theme: PLAIN }, { output: process.stderr, signal });
  } catch (error) {
    if (error instanceof Error && GIVEN_UP.has(error.name)) throw new CancelledError("no password was given");
    throw error;
  } finally {
    process.off("beforeExit", abort);
  }
}

/** No colours, whatever NO_COLOR says: a prompt needs none. */
const PLAIN = {
  prefix: { idle: "graph-certkit:", done: "graph-certkit:" },
  style: { message: asItIs, help: asItIs, maskedText: "(not shown)" },
};

function asItIs(text: string): string {
  return text;
}

/** Names of the library's errors: on Ctrl-C and signals, and when aborted as above. */
const GIVEN_UP: ReadonlySet<string> = new Set(["ExitPromptError", "AbortPromptError"]);
