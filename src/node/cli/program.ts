/** The argument table as a whole, and what becomes of a call. */
import { Command, CommanderError } from "commander";
import { escapeUnprintable } from "../../x509/name.js";
import { declareAudit } from "./audit.js";
import { declareContract } from "./contract.js";
import { declareCreate } from "./create.js";
import { EXIT_CODE } from "./exit-codes.js";
import { reportFailure } from "./failure.js";
import { declareFindings } from "./findings.js";
import type { Host } from "./host.js";
import { declareMock } from "./mock.js";
import { readPackageManifest } from "./package-manifest.js";
import { declarePayload } from "./payload.js";
import { declarePreflight } from "./preflight.js";
import { declareRepack } from "./repack.js";
import { declareRollover } from "./rollover.js";

/**
 * Runs one call of the command line.
 * @param args - what stands behind the program's name
 * @returns the exit code; never rejects
 */
export async function runCli(args: readonly string[], host: Host): Promise<number> {
  let exitCode: number = EXIT_CODE.accepted;
  const finish = (code: number): void => {
    exitCode = code;
  };
  try {
    const manifest = readPackageManifest();
    const program = createProgram(host, manifest.name).description(manifest.description).version(manifest.version);
    declarePreflight(program, host, manifest, finish);
    declareFindings(program, host, manifest, finish);
    declareCreate(program, host, manifest, finish);
    declareRepack(program, host, manifest, finish);
    declarePayload(program, host, finish);
    declareAudit(program, host, manifest, finish);
    declareRollover(program, host, manifest, finish);
    declareContract(program, host, manifest, finish);
    declareMock(program, host, finish);
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    // commander has told its own errors already; help and version end with code 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODE.accepted : EXIT_CODE.usage;
    return reportFailure(error, host.stderr, args.includes("--debug"));
  }
}

/** Subcommands inherit these settings, so they are made before the subcommands are. */
function createProgram({ stdout, stderr }: Host, name: string): Command {
  return new Command(name)
    .exitOverride()
    .showHelpAfterError("Add --help to see what is expected.")
    .configureOutput({
      writeOut: stdout.write,
      writeErr: stderr.write,
      getOutHelpWidth: () => stdout.columns,
      getErrHelpWidth: () => stderr.columns,
      outputError: (text, write) => write(toOwnWords(text)),
    });
}

/**
 * A mistyped option or command is named without what stands behind `=` or `pass:`, which may be a password, and is made
 * fit for a terminal.
 */
function toOwnWords(text: string): string {
  const shortened = text
    .replace(/^error: /, "graph-certkit: ")
    .replace(/(unknown option '[^=\n]*=).*'/s, "$1…'")
    .replace(/(pass:).*'/s, "$1…'");
  return shortened.split("\n").map(escapeUnprintable).join("\n");
}
