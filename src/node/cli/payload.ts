/** The table of `graph-certkit payload …`; the work is in run-payload-upload.ts, which is loaded when it is called. */
import type { Command } from "commander";
import type { Host } from "./host.js";
import { declareOpeningOptions } from "./opening-options.js";
import type { PayloadUploadFlags } from "./run-payload-upload.js";

/**
 * Declares the command and its subcommands.
 * @param finish - takes the exit code
 */
export function declarePayload(program: Command, host: Host, finish: (exitCode: number) => void): void {
  const payload = program.command("payload").description("Make request bodies for Microsoft Graph.");
  declareOpeningOptions(
    payload
      .command("upload")
      .description("Make the body of identityApiConnector: uploadClientCertificate. It holds the password.")
      .argument("<file>", "PFX file (.pfx, .p12), or - for standard input")
      .option("--out <file>", "write to a new file that only its owner can read; default: standard output")
      .option("--force", "let --out replace a file"),
  )
    .addHelpText("after", NOTES)
    .action(async (file: string, flags: PayloadUploadFlags) => {
      const { runPayloadUpload } = await import("./run-payload-upload.js");
      finish(await runPayloadUpload(file, flags, host));
    });
}

const NOTES = `
The file is opened first: where preflight finds errors, nothing is written. An expired or not yet valid certificate is
told and written all the same, since Graph takes it and only keeps it inactive.

Exit code: 0 done, 1 the file is rejected, 2 wrong usage, 3 a path cannot be read or written.`;
