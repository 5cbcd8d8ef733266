/** The table of `graph-certkit repack`; its work is in run-repack.ts, which is loaded when it is called. */
import type { Command } from "commander";
import type { Host } from "./host.js";
import { declareOpeningOptions } from "./opening-options.js";
import type { PackageManifest } from "./package-manifest.js";
import type { RepackFlags } from "./run-repack.js";

/**
 * Declares the command.
 * @param finish - takes the exit code
 */
export function declareRepack(
  program: Command,
  host: Host,
  manifest: PackageManifest,
  finish: (exitCode: number) => void,
): void {
  declareOpeningOptions(
    program
      .command("repack")
      .description("Write a PFX in another protection, its keys and certificates byte for byte the same.")
      .argument("<file>", "PFX file (.pfx, .p12), also in base64 or in a request body, or - for standard input")
      .requiredOption("--out <file>", "write to a new file that only its owner can read")
      .requiredOption(
        "--protection <protection>",
        "graph (3DES, SHA-1), modern (AES-256, SHA-256) or pbmac1 (RFC 9879)",
      )
      .option("--iterations <n>", "of each key derivation; default: that of the protection")
      .option(
        "--passout <source>",
        "the new password: pass:PASSWORD, env:NAME, file:PATH, stdin or prompt; default: the same",
      )
      .option("--json", "print one JSON document (spec/repacked-file.schema.json), which holds no secret")
      .option("--force", "let --out replace a file, FILE itself too"),
  )
    .addHelpText("after", NOTES)
    .action(async (file: string, flags: RepackFlags) => {
      const { runRepack } = await import("./run-repack.js");
      finish(await runRepack(file, flags, host, manifest));
    });
}

const NOTES = `
What was packed is opened again before it is written, so that no file is replaced by one that does not open.

Exit code: 0 done, 1 the file does not open, 2 wrong usage, 3 a path cannot be read or written.`;
