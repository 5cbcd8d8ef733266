/** The options of `graph-certkit preflight`, as they are typed and as they are used. */
import type { Target } from "../../findings/finding.js";
import { READER_IDS } from "../../readers/reader.js";
import type { ReporterFlags } from "./create-reporters.js";
import { UsageError } from "./failure.js";
import type { OpeningFlags } from "./opening-options.js";
import { readCount } from "./opening-options.js";
import type { FailOn } from "./outcome.js";
import { FAIL_ON } from "./outcome.js";
import { STDIN_NAME } from "./read-paths.js";

/** The options as they are typed. */
export interface PreflightFlags extends OpeningFlags, ReporterFlags {
  readonly target?: string;
  readonly failOn?: string;
  readonly filesFrom?: string;
  readonly jobs?: string;
}

/** Those that are not about opening and not about reports. */
export interface PreflightOptions {
  readonly target: Target;
  readonly failOn: FailOn;
  /** `undefined`: as many as fit the machine and the work. */
  readonly jobs: number | undefined;
  /** What of the call reads standard input, as it is typed. */
  readonly stdinUsers: readonly string[];
}

/** What `--target` takes; the first is the default. */
export const TARGETS: readonly [Target, ...Target[]] = ["api-connector", "token-signing", ...READER_IDS];

/** More threads than the cores of any machine that this was tried on only take memory. */
const MAX_JOBS = 64;

/**
 * Reads the options.
 * @throws {UsageError} for a value that is none, and where there is nothing to look at
 */
export function readPreflightOptions(paths: readonly string[], flags: PreflightFlags): PreflightOptions {
  refuseStrayPassword(paths);
  const { filesFrom } = flags;
  if (paths.length === 0 && filesFrom === undefined)
    throw new UsageError("name a file, a folder or - for standard input, or a list of them with --files-from");
  return {
    target: readChoice(flags.target, "--target", TARGETS) ?? TARGETS[0],
    failOn: readChoice(flags.failOn, "--fail-on", FAIL_ON) ?? "error",
    jobs: readCount(flags.jobs, "--jobs", MAX_JOBS),
    stdinUsers: [
      ...paths.filter((path) => path === STDIN_NAME),
      ...(filesFrom === STDIN_NAME ? [`--files-from ${STDIN_NAME}`] : []),
    ],
  };
}

/** Whoever forgets `--passin` has typed a password as a file, whose name would be shown. */
function refuseStrayPassword(paths: readonly string[]): void {
  if (!paths.some((path) => path.startsWith("pass:"))) return;
  throw new UsageError("an argument begins with pass: and no --passin stands before it (./pass:… names such a file)");
}

/**
 * Reads an option that takes one of several values.
 * @throws {UsageError} for another
 */
export function readChoice<Choice extends string>(
  text: string | undefined,
  option: string,
  choices: readonly Choice[],
): Choice | undefined {
  if (text === undefined) return undefined;
  const choice = choices.find((candidate) => candidate === text);
  if (choice !== undefined) return choice;
  throw new UsageError(`${option} expects one of ${choices.join(", ")}`);
}
