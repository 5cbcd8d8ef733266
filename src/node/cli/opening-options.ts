/** Options of every command that opens files: the password, the time, the limits, and how to tell of failures. */
import type { Command } from "commander";
import { DEFAULT_LIMITS } from "../../limits.js";
import { UsageError } from "./failure.js";
import type { Host } from "./host.js";
import { parseInstant } from "./instant.js";
import type { PasswordSource } from "./password-source.js";
import { openPasswordSource } from "./password-source.js";

/** The options as they are typed. */
export interface OpeningFlags {
  readonly passin?: string;
  readonly at?: string;
  readonly maxIterations?: string;
  readonly maxBytes?: string;
  readonly debug?: boolean;
  /** False with `--no-color`. */
  readonly color: boolean;
}

/** The options as they are used. */
export interface OpeningOptions {
  readonly password: PasswordSource;
  readonly now: Date;
  readonly limits: { readonly iterations: number; readonly fileBytes: number };
  readonly isDebug: boolean;
}

/** Declares the options. Their values are checked later, since a message of commander's would repeat them. */
export function declareOpeningOptions(command: Command): Command {
  const { iterations, fileBytes } = DEFAULT_LIMITS;
  return command
    .option(
      "--passin <source>",
      "the password: pass:PASSWORD, env:NAME, file:PATH, stdin or prompt; " +
        "default: prompt on a terminal, else the empty password",
    )
    .option("--at <time>", "judge at this time: ISO 8601, a date or a date-time with Z or offset; default: now")
    .option("--max-iterations <n>", `refuse files whose key derivations need more in all; default: ${iterations}`)
    .option("--max-bytes <n>", `refuse larger files, without reading them; default: ${fileBytes}`)
    .option("--debug", "show the causes of failures, with stack traces, on standard error")
    .option("--no-color", "no colours; NO_COLOR and FORCE_COLOR are honoured too");
}

/**
 * Reads the options.
 * @param stdinUsers - what else of the call reads standard input, as it is typed: then nobody can be asked there
 * @throws {UsageError} for a value that is none, and where two would read standard input
 * @throws {PathError} where the password's file cannot be read
 */
export async function readOpeningOptions(
  flags: OpeningFlags,
  host: Host,
  stdinUsers: readonly string[] = [],
): Promise<OpeningOptions> {
  refuseSecondUser(flags.passin, stdinUsers);
  const isInteractive = host.isInteractive && stdinUsers.length === 0;
  return {
    now: flags.at === undefined ? host.now() : parseInstant(flags.at),
    limits: {
      iterations: readCount(flags.maxIterations, "--max-iterations") ?? DEFAULT_LIMITS.iterations,
      fileBytes: readCount(flags.maxBytes, "--max-bytes") ?? DEFAULT_LIMITS.fileBytes,
    },
    isDebug: flags.debug === true,
    password: await openPasswordSource(flags.passin, { ...host, isInteractive }),
  };
}

function refuseSecondUser(passin: string | undefined, stdinUsers: readonly string[]): void {
  const isPassword = passin === "stdin" || passin === "prompt";
  const [first, second] = [...stdinUsers, ...(isPassword ? [`--passin ${passin}`] : [])];
  if (first === undefined || second === undefined) return;
  throw new UsageError(`standard input can be read only once, and both ${first} and ${second} read it`);
}

/**
 * Reads a number of things.
 * @param max - the largest number that is taken
 * @throws {UsageError} for anything but a whole number from 1 to `max`; the text is not repeated
 */
export function readCount(
  text: string | undefined,
  option: string,
  max: number = Number.MAX_SAFE_INTEGER,
): number | undefined {
  if (text === undefined) return undefined;
  const count = Number(text);
  if (/^[1-9]\d*$/.test(text) && count <= max) return count;
  const bounds = max === Number.MAX_SAFE_INTEGER ? "above 0" : `from 1 to ${max}`;
  throw new UsageError(`${option} expects a whole number ${bounds}`);
}
