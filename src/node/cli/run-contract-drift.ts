/** The work of `graph-certkit contract drift`: differences between what is known here and a service, and their number. */
import type { ServiceReport } from "../../contract/drift/check-service.js";
import { checkService } from "../../contract/drift/check-service.js";
import { CSDL_FACTS } from "../../contract/drift/facts.generated.js";
import { readCsdl } from "../../contract/drift/read-csdl.js";
import { readOpenApi } from "../../contract/drift/read-openapi.js";
import { ToolkitError } from "../../errors.js";
import { SCHEMAS } from "../../graph/openapi.generated.js";
import { PathError } from "../path-error.js";
import { EXIT_CODE } from "./exit-codes.js";
import type { Host } from "./host.js";
import { toJsonText } from "./json-text.js";
import type { PackageManifest } from "./package-manifest.js";
import { readMetadata, SourceError } from "./read-metadata.js";
import type { DriftFailure } from "./render-drift.js";
import { renderDrift, renderDriftFailure } from "./render-drift.js";

/** The options as they are typed. */
export interface ContractDriftFlags {
  /** A path, an address, or `-`. */
  readonly csdl: string;
  readonly json?: boolean;
}

/**
 * Runs the command and returns its exit code. Unlike other commands, it ends with 2 for whatever kept it from comparing,
 * so that a build can tell "the service has changed" from "nothing was learnt"; why is told on standard error, and with
 * `--json` also in the document.
 */
export async function runContractDrift(
  flags: ContractDriftFlags,
  host: Host,
  { name, version }: PackageManifest,
): Promise<number> {
  const head = { schemaVersion: 1, tool: { name, version }, source: flags.csdl };
  let report: ServiceReport;
  try {
    const theirs = readCsdl(await readMetadata(flags.csdl, host));
    report = checkService(CSDL_FACTS, readOpenApi({ components: { schemas: SCHEMAS } }), theirs);
  } catch (error) {
    const failure = toFailure(error);
    if (failure === undefined) throw error;
    host.stderr.write(renderDriftFailure(flags.csdl, failure));
    if (flags.json === true) host.stdout.write(toJsonText({ ...head, error: failure }));
    return EXIT_CODE.usage;
  }
  host.stdout.write(flags.json === true ? toJsonText({ ...head, ...report }) : renderDrift(report, flags.csdl));
  return report.drifts.some(({ known }) => known === null) ? EXIT_CODE.rejected : EXIT_CODE.accepted;
}

/** @returns `undefined` for what is a defect of this program */
function toFailure(error: unknown): DriftFailure | undefined {
  if (error instanceof ToolkitError) return { code: error.code, message: `${error.message} (at ${error.at})` };
  if (error instanceof SourceError || error instanceof PathError) return { code: error.code, message: error.message };
  return undefined;
}
