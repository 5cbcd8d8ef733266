/** The work of `graph-certkit preflight`: paths are read, examined and told, and the call has an exit code. */
import { escapeUnprintable } from "../../x509/name.js";
import { createReporters } from "./create-reporters.js";
import { examineAll } from "./examine-all.js";
import { createExaminer } from "./examiner.js";
import { EXIT_CODE, exitCodeOfSignal } from "./exit-codes.js";
import { formatCauses } from "./failure.js";
import type { Host } from "./host.js";
import { settlesSoon, watchInterrupts } from "./interrupt.js";
import { lookAhead } from "./look-ahead.js";
import { readOpeningOptions } from "./opening-options.js";
import { exitCodeOf } from "./outcome.js";
import type { PackageManifest } from "./package-manifest.js";
import { openPathList } from "./path-list.js";
import type { PreflightFlags } from "./preflight-options.js";
import { readPreflightOptions } from "./preflight-options.js";
import type { Progress, Reached } from "./progress.js";
import { countOf, createProgress } from "./progress.js";
import { readPaths } from "./read-paths.js";
import { createTelling } from "./telling.js";

/** Names that are read ahead, to know how many there are: a few megabytes. */
const LOOK_AHEAD = 20_000;

/** How long threads may take to end after an interruption. */
const PATIENCE_MS = 2000;

/**
 * Runs the command and returns its exit code. A path that cannot be read does not stop the others.
 * @throws {UsageError} before any file is read
 * @throws {PathError} where the list of files cannot be read, or a report cannot be written
 * @throws {CancelledError} where the user gives up at the prompt
 */
export async function runPreflight(
  paths: readonly string[],
  flags: PreflightFlags,
  host: Host,
  manifest: PackageManifest,
): Promise<number> {
  const { target, failOn, jobs, stdinUsers } = readPreflightOptions(paths, flags);
  const progress = createProgress(host.stderr, host);
  const { now, limits, isDebug, password } = await readOpeningOptions(flags, askingWithout(progress, host), stdinUsers);
  const list = flags.filesFrom === undefined ? undefined : await openPathList(flags.filesFrom, host);
  const reporters = await createReporters(flags, { host, manifest, target, failOn, now });
  const telling = createTelling(reporters, host, progress, failOn);
  const say = (text: string): void => {
    progress.clear();
    host.stderr.write(`graph-certkit: ${text}\n`);
  };
  const onEmptyFolder = (folder: string): void => say(`no .pfx or .p12 file in ${escapeUnprintable(folder)}`);
  const source = lookAhead(readPaths({ files: paths, list, onEmptyFolder }), LOOK_AHEAD);
  const examiner = createExaminer({
    settings: { target, now, limits, isDebug },
    stdin: host.stdin,
    password,
    question: (file) =>
      paths.length === 1 && paths[0] === file ? `Password of ${escapeUnprintable(file)}:` : "Password of all files:",
    jobs,
    seen: source.seen,
    onNoThreads: (error) => {
      say("no threads can be started (--debug shows why), so one does all the work");
      if (isDebug) host.stderr.write(formatCauses(error));
    },
  });
  const reached = (): Reached => ({
    done: telling.tally().summary.files,
    known: source.seen(),
    isTotal: source.isExhausted(),
  });

  const interruption = watchInterrupts(host);
  try {
    progress.begin(reached);
    const failure = await examineAll({ source, examiner, telling, signal: interruption.signal }).then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    progress.end();
    const interrupted = failure && interruption.received();
    const closing = examiner.close();
    if (interrupted !== undefined) say(`interrupted after ${countOf(reached())}`);
    const { summary, hasFailing, isPasswordDoubted } = telling.tally();
    // Who gives up at the prompt, or has no list, has not begun.
    const hasBegun = failure === undefined || interrupted !== undefined || summary.files > 0;
    if (hasBegun) await telling.end({ isComplete: failure === undefined });
    if (interrupted !== undefined) {
      // A thread that waits for a file which never answers cannot be ended, and would keep a process that exits.
      if (!(await settlesSoon(closing, PATIENCE_MS))) await host.endBySignal(interrupted);
      return exitCodeOfSignal(interrupted);
    }
    await closing;
    if (failure !== undefined) throw failure.error;
    if (isPasswordDoubted && password.isAssumed) say(ASSUMED);
    if (summary.files > 0) return exitCodeOf(summary, hasFailing);
    if (list !== undefined) say("--files-from names no file");
    return EXIT_CODE.unreadable;
  } finally {
    interruption.close();
  }
}

const ASSUMED = "no password was given and there is no terminal to ask on, so the empty one was tried (see --passin)";

/** The same host, with no bar on the terminal as long as it asks there. */
function askingWithout(progress: Progress, host: Host): Host {
  return {
    ...host,
    promptPassword: (question, signal) => progress.without(() => host.promptPassword(question, signal)),
  };
}
