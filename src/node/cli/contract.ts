/** The table of `graph-certkit contract …`; the work is in run-contract-….ts, which is loaded when it is called. */
import type { Command } from "commander";
import type { Host } from "./host.js";
import type { PackageManifest } from "./package-manifest.js";
import type { ContractDriftFlags } from "./run-contract-drift.js";

/** Where Graph publishes what it says of itself. */
const GRAPH_METADATA = "https://graph.microsoft.com/v1.0/$metadata";

/**
 * Declares the command and its subcommands.
 * @param finish - takes the exit code
 */
export function declareContract(
  program: Command,
  host: Host,
  manifest: PackageManifest,
  finish: (exitCode: number) => void,
): void {
  const contract = program.command("contract").description("Hold what is known here of Microsoft Graph against it.");
  contract
    .command("drift")
    .description("Compare types and actions with the service's own metadata (OData CSDL 4.0).")
    .option("--csdl <source>", "file, address (http, https), or - for standard input", GRAPH_METADATA)
    .option("--json", "print one JSON document")
    .addHelpText("after", NOTES)
    .action(async (flags: ContractDriftFlags) => {
      const { runContractDrift } = await import("./run-contract-drift.js");
      finish(await runContractDrift(flags, host, manifest));
    });
}

const NOTES = `
Without --csdl the metadata is fetched from Microsoft Graph. Whether it is served without a token has not been verified:
where it is not, save it to a file and name that. No token is ever sent. Read are at most 20 MB, for at most a minute.
Each difference takes a line; one that is known is told with its reason and does not count.

Exit code: 0 no difference that is news, 1 at least one, 2 could not compare: wrong usage, a source that cannot be read
or fetched, no XML, no CSDL 4, none of the types that are known here.`;
