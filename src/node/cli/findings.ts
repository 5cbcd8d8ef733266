/** The table of `graph-certkit findings`; its work is in run-findings.ts, which is loaded when it is called. */
import type { Command } from "commander";
import type { Host } from "./host.js";
import type { PackageManifest } from "./package-manifest.js";
import { TARGETS } from "./preflight-options.js";
import type { FindingsFlags } from "./run-findings.js";

/**
 * Declares the command.
 * @param finish - takes the exit code
 */
export function declareFindings(
  program: Command,
  host: Host,
  manifest: PackageManifest,
  finish: (exitCode: number) => void,
): void {
  program
    .command("findings")
    .description("List what preflight may find, how grave that is, and how well it is founded.")
    .option("--target <target>", `only what matters for one of ${TARGETS.join(", ")}`)
    .option("--json", "print one JSON document")
    .option("--no-color", "no colours; NO_COLOR and FORCE_COLOR are honoured too")
    .action(async (flags: FindingsFlags) => {
      const { runFindings } = await import("./run-findings.js");
      finish(runFindings(flags, host, manifest));
    });
}
