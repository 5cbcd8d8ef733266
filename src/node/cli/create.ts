/** The table of `graph-certkit create`; its work is in run-create.ts, which is loaded when it is called. */
import type { Command } from "commander";
import type { CreateFlags } from "./create-options.js";
import type { Host } from "./host.js";
import type { PackageManifest } from "./package-manifest.js";

/**
 * Declares the command.
 * @param finish - takes the exit code
 */
export function declareCreate(
  program: Command,
  host: Host,
  manifest: PackageManifest,
  finish: (exitCode: number) => void,
): void {
  program
    .command("create")
    .description("Make a key and its certificate as Graph's addTokenSigningCertificate does, and every body around it.")
    .requiredOption("--out-dir <dir>", "the folder to write to; it is made where it is not there")
    .option("--display-name <name>", "the subject, CN=…; default: CN=Microsoft Azure Federated SSO Certificate")
    .option(
      "--end-date-time <time>",
      "when it ends: ISO 8601; default, and the latest that Graph takes: in three years",
    )
    .option("--profile <profile>", "the certificate's shape: graph, portal or client-auth; default: graph")
    .option("--key <type>", "rsa-2048, rsa-3072, rsa-4096, ec-p256 or ec-p384; default: rsa-2048")
    .option("--protection <protection>", "of credential.pfx: graph (3DES), modern or pbmac1; default: graph")
    .option("--iterations <n>", "of each key derivation; default: that of the protection")
    .option(
      "--passout <source>",
      "the password of credential.pfx: pass:PASSWORD, env:NAME, file:PATH, stdin or prompt; " +
        "default: a strong one is generated and written to password.txt",
    )
    .option("--at <time>", "create as if it were this time: ISO 8601; default: now")
    .option("--json", "print one JSON document (spec/created-credential.schema.json), which holds no secret")
    .option("--force", "replace files in the folder; either all are replaced or none is")
    .option("--debug", "show the causes of failures, with stack traces, on standard error")
    .option("--no-color", "no colours; NO_COLOR and FORCE_COLOR are honoured too")
    .addHelpText("after", NOTES)
    .action(async (flags: CreateFlags) => {
      const { runCreate } = await import("./run-create.js");
      finish(await runCreate(flags, host, manifest));
    });
}

const NOTES = `
Written, all or none; what is marked * is secret and can be read by its owner only:
  certificate.cer                 the certificate, DER; certificate.pem holds the same
  credential.pfx *                key and certificate
  password.txt *                  the password, where none was given
  self-signed-certificate.json    what addTokenSigningCertificate would have answered
  patch-service-principal.json *  the body of PATCH /servicePrincipals/{id} that brings the certificate along
  upload-client-certificate.json *  the body of identityApiConnector: uploadClientCertificate

The PATCH replaces the collections that it names: send it as it is only to a service principal that has no credentials.
Otherwise merge: graph-certkit payload token-signing credential.pfx --service-principal FILE

Exit code: 0 done, 2 wrong usage or a file is there already, 3 the folder cannot be written to.`;
