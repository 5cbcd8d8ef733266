/** The table of `graph-certkit preflight`; its work is in run-preflight.ts, which is loaded when it is called. */
import type { Command } from "commander";
import type { Host } from "./host.js";
import { declareOpeningOptions } from "./opening-options.js";
import type { PackageManifest } from "./package-manifest.js";
import type { PreflightFlags } from "./preflight-options.js";
import { TARGETS } from "./preflight-options.js";

/**
 * Declares the command.
 * @param finish - takes the exit code
 */
export function declarePreflight(
  program: Command,
  host: Host,
  manifest: PackageManifest,
  finish: (exitCode: number) => void,
): void {
  declareOpeningOptions(
    program
      .command("preflight")
      .description("Check PFX files before they are uploaded: what is in them and what Graph will hold of them.")
      .argument("[paths...]", "PFX files, folders with .pfx and .p12 files in them, or - for standard input")
      .option("--files-from <file>", "read more paths from a file or, with -, standard input: one a line or NUL-ended")
      .option("--target <target>", `judge for ${TARGETS.join(", ")}; default: ${TARGETS[0]}`)
      .option("--fail-on <severity>", "exit with 1 on findings of this severity: error, warning or never")
      .option("--jobs <n>", "threads to work with; default: up to 4 for many files")
      .option("--json", "print one JSON document (spec/preflight-report.schema.json) instead of cards")
      .option("--ndjson", "print one report a line, as the files are done, instead of cards")
      .option("--junit <file>", "write a JUnit report too")
      .option("--sarif <file>", "write a SARIF 2.1.0 log too")
      .option("--force", "let --junit and --sarif replace files"),
  )
    .addHelpText("after", EXIT_CODES)
    .action(async (paths: readonly string[], flags: PreflightFlags) => {
      const { runPreflight } = await import("./run-preflight.js");
      finish(await runPreflight(paths, flags, host, manifest));
    });
}

const EXIT_CODES = `
Exit code: 0 all accepted, 1 a file is rejected (see --fail-on), 2 wrong usage, 3 a path cannot be read or no file was
found, 70 a defect of this program, 130 and 143 interrupted.`;
