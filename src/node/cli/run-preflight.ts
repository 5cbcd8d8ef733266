/** The work of `graph-certkit preflight`: one path after the other, each told as soon as it is known. */
import { toReport } from "../../preflight/preflight.js";
import { PathError } from "../path-error.js";
import type { ReporterFlags } from "./create-reporters.js";
import { createReporters } from "./create-reporters.js";
import { describePathError, formatCauses, UsageError } from "./failure.js";
import type { Host } from "./host.js";
import { formatTroubles, openPath } from "./open-path.js";
import type { OpeningFlags, OpeningOptions } from "./opening-options.js";
import { readOpeningOptions } from "./opening-options.js";
import type { Outcome } from "./outcome.js";
import { addToSummary, EMPTY_SUMMARY, exitCodeOf, isFailing } from "./outcome.js";
import type { PackageManifest } from "./package-manifest.js";

/** The options as they are typed. */
export interface PreflightFlags extends OpeningFlags, ReporterFlags {}

/**
 * Runs the command and returns its exit code. A path that cannot be read does not stop the others.
 * @throws {UsageError} before any file is read
 * @throws {CancelledError} where the user gives up at the prompt
 */
export async function runPreflight(
  files: readonly string[],
  flags: PreflightFlags,
  host: Host,
  manifest: PackageManifest,
): Promise<number> {
  refuseStrayPassword(files);
  const options = await readOpeningOptions(flags, host);
  const reporters = await createReporters(flags, { host, manifest, now: options.now });
  const question = files.length === 1 ? undefined : `Password of the ${files.length} files:`;
  let summary = EMPTY_SUMMARY;
  let hasFailing = false;
  let isPasswordWrong = false;
  for (const file of files) {
    const outcome = await examine(file, options, host, question);
    summary = addToSummary(summary, outcome);
    isPasswordWrong ||= outcome.kind === "report" && outcome.report.findings.some(({ id }) => id === "wrong-password");
    hasFailing ||= isFailing(outcome, "error");
    for (const reporter of reporters) await reporter.add(outcome);
  }
  for (const reporter of reporters) await reporter.end(summary, { isComplete: true });
  if (isPasswordWrong && options.password.isAssumed) host.stderr.write(ASSUMED);
  return exitCodeOf(summary, hasFailing);
}

const ASSUMED =
  "graph-certkit: no password was given and there is no terminal to ask on, so the empty one was tried (see --passin)\n";

/** Whoever forgets `--passin` has typed a password as a file, whose name would be shown. */
function refuseStrayPassword(files: readonly string[]): void {
  if (!files.some((file) => file.startsWith("pass:"))) return;
  throw new UsageError("an argument begins with pass: and no --passin stands before it (./pass:… names such a file)");
}

async function examine(
  file: string,
  options: OpeningOptions,
  { stderr }: Host,
  question: string | undefined,
): Promise<Outcome> {
  try {
    const { opened } = await openPath(file, options, question);
    if (options.isDebug) stderr.write(formatTroubles(opened));
    return { kind: "report", report: toReport(opened, { file, now: options.now }) };
  } catch (error) {
    // A password's file that cannot be read was told before: here it can only be the path itself.
    if (!(error instanceof PathError)) throw error;
    stderr.write(`graph-certkit: ${describePathError(error)}\n`);
    if (options.isDebug) stderr.write(formatCauses(error));
    return { kind: "unreadable", unreadable: { file, code: error.code, message: error.message } };
  }
}
