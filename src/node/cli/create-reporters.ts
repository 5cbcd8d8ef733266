/** Chooses the reporters of a call: one for standard output, and one for each file that is asked for. */

import type { Target } from "../../findings/finding.js";
import { UsageError } from "./failure.js";
import type { Host } from "./host.js";
import type { FailOn } from "./outcome.js";
import type { PackageManifest } from "./package-manifest.js";
import { openReportFiles } from "./report-files.js";
import type { Reporter } from "./reporter.js";
import { styleOf } from "./style.js";

/** The options as they are typed. */
export interface ReporterFlags {
  readonly json?: boolean;
  readonly ndjson?: boolean;
  /** A file. */
  readonly junit?: string;
  /** A file. */
  readonly sarif?: string;
  /** Replaces these files. */
  readonly force?: boolean;
  /** False with `--no-color`. */
  readonly color: boolean;
}

/** What reporters need to know of the call. */
export interface ReporterContext {
  readonly host: Host;
  readonly manifest: PackageManifest;
  /** Where the files are meant to go. */
  readonly target: Target;
  readonly failOn: FailOn;
  /** The time of the judgement. */
  readonly now: Date;
}

/**
 * Makes the reporters; that of standard output comes first. Each form is loaded only where it is asked for.
 * @throws {UsageError} where options exclude one another, or two name the same file
 * @throws {PathError} for a file that cannot be written, before any work
 */
export async function createReporters(flags: ReporterFlags, context: ReporterContext): Promise<readonly Reporter[]> {
  const output = await createOutputReporter(flags, context);
  const writerOf = await openReportFiles({ "--junit": flags.junit, "--sarif": flags.sarif }, flags.force === true);
  const details = { ...context, startedAt: context.host.now() };
  const reporters = [output];
  const writeJunit = writerOf("--junit");
  if (writeJunit !== undefined) {
    const { createJunitReporter } = await import("./junit-reporter.js");
    reporters.push(createJunitReporter(writeJunit, details));
  }
  const writeSarif = writerOf("--sarif");
  if (writeSarif !== undefined) {
    const { createSarifReporter } = await import("./sarif-reporter.js");
    reporters.push(createSarifReporter(writeSarif, details));
  }
  return reporters;
}

async function createOutputReporter(
  { json, ndjson, color }: ReporterFlags,
  { host, manifest, now }: ReporterContext,
): Promise<Reporter> {
  if (json === true && ndjson === true) throw new UsageError("--json and --ndjson exclude each other");
  if (ndjson === true) {
    const { createNdjsonReporter } = await import("./ndjson-reporter.js");
    return createNdjsonReporter(host.stdout);
  }
  if (json === true) {
    const { createJsonReporter } = await import("./json-reporter.js");
    return createJsonReporter(host.stdout, manifest);
  }
  const { createCardReporter } = await import("./card-reporter.js");
  return createCardReporter(host.stdout, styleOf(host.stdout, host, color), now);
}
