/** The work of `graph-certkit contract record`: a run whose traffic is kept, without its secrets. */
import { openCassetteFile } from "./contract-cassette.js";
import { conductRun } from "./contract-conduct.js";
import type { RunFlags } from "./contract-options.js";
import type { Host } from "./host.js";
import type { PackageManifest } from "./package-manifest.js";

/** The options as they are typed. */
export interface ContractRecordFlags extends RunFlags {
  readonly out: string;
}

/**
 * Runs the command and returns its exit code, which is that of the run. The file is there only where the run came to its
 * end, and never replaces another.
 * @throws {UsageError} where it could not run, or the cassette cannot be written
 */
export function runContractRecord(flags: ContractRecordFlags, host: Host, manifest: PackageManifest): Promise<number> {
  return conductRun({
    flags,
    host,
    manifest,
    openWitness: (head) => openCassetteFile(flags.out, head, host),
  });
}
