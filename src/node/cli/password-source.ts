/**
 * Where a password comes from: `--passin` and `--passout`, in the forms of OpenSSL (openssl-passphrase-options) and
 * `prompt`.
 */
import { readBounded } from "../files.js";
import { UsageError } from "./failure.js";
import { readFirstLine } from "./first-line.js";
import type { Host } from "./host.js";

/** Gives the password; asks the user at the first call where it must, and never twice. */
export interface PasswordSource {
  /**
   * @param question - what to ask where the user is asked
   * @param signal - gives the question up when it is aborted
   */
  readonly read: (question: string, signal?: AbortSignal) => Promise<string>;
  /** The password, once it is known: `undefined` as long as the user has not been asked or has not answered. */
  readonly known: () => string | undefined;
  /** True where nobody gave a password and nobody could be asked: the empty one is taken. */
  readonly isAssumed: boolean;
}

/** Far above any password: a larger file or line is a mistake. */
const MAX_BYTES = 65_536;

const FORMS = "pass:PASSWORD, env:NAME, file:PATH, stdin or prompt";

/**
 * Reads `--passin`. Whatever can be read without asking is read at once, so that a wrong call fails before any work.
 * @param argument - `undefined` where the option is not there: prompt on a terminal, else the empty password
 * @throws {UsageError} for an unknown form, an unset variable, text that is no text; never repeats the argument
 * @throws {PathError} where the file cannot be read
 */
export async function openPasswordSource(argument: string | undefined, host: Host): Promise<PasswordSource> {
  if (argument !== undefined) return await openSource("--passin", argument, host, prompting);
  return host.isInteractive ? prompting(host) : { ...fixed(""), isAssumed: true };
}

/**
 * Reads `--passout`, the password of a file to be written, as {@link openPasswordSource} does `--passin`. Who is asked types
 * it twice, since a mistyped one is nobody's.
 * @throws {UsageError} {PathError} as {@link openPasswordSource}
 */
export async function openNewPasswordSource(argument: string, host: Host): Promise<PasswordSource> {
  return await openSource("--passout", argument, host, promptingTwice);
}

async function openSource(
  option: string,
  argument: string,
  host: Host,
  ask: (host: Host) => PasswordSource,
): Promise<PasswordSource> {
  if (argument === "prompt") {
    if (host.isInteractive) return ask(host);
    throw new UsageError(`${option} prompt needs a terminal on standard input and standard error`);
  }
  if (argument === "stdin") return fixed(await readFirstLine(host.stdin, "standard input", MAX_BYTES));
  const colon = argument.indexOf(":");
  const value = argument.slice(colon + 1);
  switch (argument.slice(0, Math.max(colon, 0))) {
    case "pass":
      return fixed(value);
    case "env":
      return fixed(fromEnvironment(option, value, host));
    case "file":
      return fixed(await fromFile(value));
    default:
      throw new UsageError(`${option} expects one of ${FORMS}`);
  }
}

function fixed(password: string): PasswordSource {
  return { read: () => Promise.resolve(password), known: () => password, isAssumed: false };
}

function promptingTwice(host: Host): PasswordSource {
  const promptPassword: Host["promptPassword"] = async (question, signal) => {
    const first = await host.promptPassword(question, signal);
    if ((await host.promptPassword("The same once more:", signal)) === first) return first;
    throw new UsageError("the two passwords that were typed differ");
  };
  return prompting({ promptPassword });
}

function prompting({ promptPassword }: Pick<Host, "promptPassword">): PasswordSource {
  let answering: Promise<string> | undefined;
  let answer: string | undefined;
  return {
    read: async (question, signal) => {
      answering ??= promptPassword(question, signal);
      answer = await answering;
      return answer;
    },
    known: () => answer,
    isAssumed: false,
  };
}

/** The name is not repeated either: whoever confuses `env:` with `pass:` has typed the password there. */
function fromEnvironment(option: string, name: string, { environment }: Host): string {
  const value = name === "" ? undefined : environment[name];
  if (value === undefined) throw new UsageError(`${option} env:NAME names a variable that is not set`);
  return value;
}

async function fromFile(path: string): Promise<string> {
  const { bytes, isWhole } = await readBounded(path, MAX_BYTES);
  const name = "the password's file";
  if (!isWhole) throw new UsageError(`${name} has more than ${MAX_BYTES} bytes: that is no password`);
  return readFirstLine(once(bytes), name, MAX_BYTES);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
