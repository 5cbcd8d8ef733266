/** The table of `graph-certkit audit`; its work is in run-audit.ts, which is loaded when it is called. */
import type { Command } from "commander";
import type { Host } from "./host.js";
import type { PackageManifest } from "./package-manifest.js";
import type { AuditFlags } from "./run-audit.js";

/**
 * Declares the command.
 * @param finish - takes the exit code
 */
export function declareAudit(
  program: Command,
  host: Host,
  manifest: PackageManifest,
  finish: (exitCode: number) => void,
): void {
  program
    .command("audit")
    .description("Check the token signing certificates of a service principal, as read from Graph.")
    .argument("<file>", "the service principal as JSON, or - for standard input")
    .option("--at <time>", "judge at this time: ISO 8601, a date or a date-time with Z or offset; default: now")
    .option("--expires-within <days>", "tell of certificates that end within so many days: 0 to 3650; default: 30")
    .option("--fail-on <severity>", "exit with 1 on findings of this severity: error, warning or never")
    .option("--json", "print one JSON document (spec/audit-report.schema.json)")
    .option("--debug", "show the causes of failures, with stack traces, on standard error")
    .option("--no-color", "no colours; NO_COLOR and FORCE_COLOR are honoured too")
    .addHelpText("after", NOTES)
    .action(async (file: string, flags: AuditFlags) => {
      const { runAudit } = await import("./run-audit.js");
      finish(await runAudit(file, flags, host, manifest));
    });
}

const NOTES = `
Read it with GET /servicePrincipals/{id}?$select=id,appId,displayName,keyCredentials,passwordCredentials,
preferredTokenSigningKeyThumbprint: without $select the certificates are not shown, and less can be seen.

Exit code: 0 nothing that --fail-on counts (default: error), 1 a finding that it counts, or the file is no service
principal, 2 wrong usage, 3 the file cannot be read.`;
