/** The table of `graph-certkit rollover`; its work is in run-rollover.ts, which is loaded when it is called. */
import type { Command } from "commander";
import type { Host } from "./host.js";
import { declareOpeningOptions } from "./opening-options.js";
import type { PackageManifest } from "./package-manifest.js";
import type { RolloverFlags } from "./rollover-options.js";

/**
 * Declares the command.
 * @param finish - takes the exit code
 */
export function declareRollover(
  program: Command,
  host: Host,
  manifest: PackageManifest,
  finish: (exitCode: number) => void,
): void {
  declareOpeningOptions(
    program
      .command("rollover")
      .description("Plan how a service principal gets a new token signing certificate: every request, in order.")
      .argument("<file>", "the service principal as read from Graph (JSON), or - for standard input")
      .requiredOption("--with <pfx>", "PFX file with the new certificate and its key")
      .requiredOption("--format <format>", "json, curl, az, powershell or http")
      .option("--out-dir <dir>", "write the script and the bodies there; only json can do without: it is printed")
      .option("--cloud <cloud>", "global, us-gov-l4, us-gov-l5 or china; default: global")
      .option("--overlap-days <n>", "days between activation and removal of the earlier certificate; default: 30")
      .option(
        "--remove <which>",
        "what is removed in the end: previous, expired (that one too) or none; default: previous",
      )
      .option("--service-principal-id <guid>", "its object id; default: the one that was read")
      .option("--tenant <tenant>", "GUID or domain, for the address of the federation metadata")
      .option("--json", "list what was written as one JSON document (spec/rollover-files.schema.json), without secrets")
      .option(
        "--force",
        "replace files in the folder, all or none; what an earlier plan has besides is told of, and stays",
      ),
  )
    .addHelpText("after", NOTES)
    .action(async (file: string, flags: RolloverFlags) => {
      const { runRollover } = await import("./run-rollover.js");
      finish(await runRollover(file, flags, host, manifest));
    });
}

const NOTES = `
Read the service principal with GET /servicePrincipals/{id}?$select=id,appId,displayName,keyCredentials,
passwordCredentials,preferredTokenSigningKeyThumbprint

No secret stands in a command: bodies lie in files of their own, those with a key for their owner only. What --format json
prints holds them all. The new certificate is judged first, as preflight does for token signing.

Exit code: 0 done, 1 a file is rejected, 2 wrong usage or a file is there already, 3 a path cannot be read or written.`;
