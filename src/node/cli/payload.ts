/** The table of `graph-certkit payload …`; the work is in run-payload-….ts, which are loaded when they are called. */
import type { Command } from "commander";
import type { Host } from "./host.js";
import { declareOpeningOptions } from "./opening-options.js";
import type { PayloadRemoveFlags } from "./run-payload-remove.js";
import type { PayloadTokenSigningFlags } from "./run-payload-token-signing.js";
import type { PayloadUploadFlags } from "./run-payload-upload.js";

/** Declares options, each subcommand its own. */
type Finish = (exitCode: number) => void;

/**
 * Declares the command and its subcommands.
 * @param finish - takes the exit code
 */
export function declarePayload(program: Command, host: Host, finish: Finish): void {
  const payload = program.command("payload").description("Make request bodies for Microsoft Graph.");
  declareUpload(payload, host, finish);
  declareTokenSigning(payload, host, finish);
  declareRemove(payload, host, finish);
}

const PFX = "PFX file (.pfx, .p12), or - for standard input";
const OUT = "write to a new file that only its owner can read; default: standard output";

function declareUpload(payload: Command, host: Host, finish: Finish): void {
  declareOpeningOptions(
    payload
      .command("upload")
      .description("Make the body of identityApiConnector: uploadClientCertificate. It holds the password.")
      .argument("<file>", PFX)
      .option("--out <file>", OUT)
      .option("--force", "let --out replace a file"),
  )
    .addHelpText("after", `${JUDGED}${EXIT_CODES}`)
    .action(async (file: string, flags: PayloadUploadFlags) => {
      const { runPayloadUpload } = await import("./run-payload-upload.js");
      finish(await runPayloadUpload(file, flags, host));
    });
}

function declareTokenSigning(payload: Command, host: Host, finish: Finish): void {
  declareOpeningOptions(
    payload
      .command("token-signing")
      .description(
        "Make the body of PATCH /servicePrincipals/{id} that brings a certificate along. It holds the password.",
      )
      .argument("<file>", PFX)
      .option("--service-principal <file>", "the service principal as read from Graph: what it has already stays")
      .option(
        "--key-identifier <convention>",
        "what customKeyIdentifier holds: sha1, sha256-of-hex-thumbprint, hex-as-base64 or double-base64; default: sha1",
      )
      .option("--out <file>", OUT)
      .option("--force", "let --out replace a file"),
  )
    .addHelpText("after", `${JUDGED}${MERGED}${EXIT_CODES}`)
    .action(async (file: string, flags: PayloadTokenSigningFlags) => {
      const { runPayloadTokenSigning } = await import("./run-payload-token-signing.js");
      finish(await runPayloadTokenSigning(file, flags, host));
    });
}

function declareRemove(payload: Command, host: Host, finish: Finish): void {
  payload
    .command("remove")
    .description("Make the bodies of PATCH /servicePrincipals/{id} that remove a certificate and keep the others.")
    .requiredOption("--service-principal <file>", "the service principal as read from Graph, or - for standard input")
    .option("--thumbprint <hex>", "which certificate: its SHA-1")
    .option("--custom-key-identifier <base64>", "which certificate: what its entries share")
    .option("--out <file>", "write to a new file; default: standard output")
    .option("--force", "let --out replace a file")
    .option("--debug", "show the causes of failures, with stack traces, on standard error")
    .addHelpText("after", `${REMOVED}${READ}${REMOVE_EXIT_CODES}`)
    .action(async (flags: PayloadRemoveFlags) => {
      const { runPayloadRemove } = await import("./run-payload-remove.js");
      finish(await runPayloadRemove(flags, host));
    });
}

const JUDGED = `
The file is opened first: where preflight finds errors, nothing is written. An expired or not yet valid certificate is
told and written all the same, since Graph takes it and only keeps it inactive.
`;

const READ = `
Read it with GET /servicePrincipals/{id}?$select=id,appId,displayName,keyCredentials,passwordCredentials,
preferredTokenSigningKeyThumbprint
`;

const MERGED = `
The PATCH replaces the collections that it names. Without --service-principal it holds this certificate alone, and every
other credential is lost. It does not activate the certificate: PATCH preferredTokenSigningKeyThumbprint does.
${READ}`;

const REMOVED = `
Prints a JSON array of one or two bodies, to be sent one after the other: where the certificate is the active one, the
first clears preferredTokenSigningKeyThumbprint. The last one leaves out the entries of the certificate.
`;

const EXIT_CODES = `
Exit code: 0 done, 1 the file is rejected, 2 wrong usage, 3 a path cannot be read or written.`;

const REMOVE_EXIT_CODES = `
Exit code: 0 done, 1 the file is no service principal or has no such certificate, 2 wrong usage, 3 a path cannot be read
or written.`;
