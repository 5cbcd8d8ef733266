/** Chooses the reporters of a call: one for standard output, and one for each file that is asked for. */

import type { Target } from "../../findings/finding.js";
import { UsageError } from "./failure.js";
import type { Host } from "./host.js";
import type { PackageManifest } from "./package-manifest.js";
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
  /** False with `--no-color`. */
  readonly color: boolean;
}

/** What reporters need to know of the call. */
export interface ReporterContext {
  readonly host: Host;
  readonly manifest: PackageManifest;
  /** Where the files are meant to go. */
  readonly target: Target;
  /** The time of the judgement. */
  readonly now: Date;
}

/**
 * Makes the reporters; that of standard output comes first.
 * @throws {UsageError} where options exclude one another
 * @throws {PathError} for a file that cannot be written, before any work
 */
export async function createReporters(
  flags: ReporterFlags,
  { host, manifest, target, now }: ReporterContext,
): Promise<readonly Reporter[]> {
  return [await createOutputReporter(flags, { host, manifest, target, now })];
}

/** Each form is loaded only where it is asked for. */
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
