/** The work of `graph-certkit contract run`: the contract is played against a service and judged. */
import { conductRun } from "./contract-conduct.js";
import type { RunFlags } from "./contract-options.js";
import type { Host } from "./host.js";
import type { PackageManifest } from "./package-manifest.js";

/**
 * Runs the command and returns its exit code.
 * @throws {UsageError} where it could not run
 */
export function runContractRun(flags: RunFlags, host: Host, manifest: PackageManifest): Promise<number> {
  return conductRun({ flags, host, manifest });
}
