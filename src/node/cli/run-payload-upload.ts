/** The work of `graph-certkit payload upload`: a file that opens becomes the body of the request. */
import type { Finding } from "../../findings/finding.js";
import { toUploadClientCertificate } from "../../graph/upload-client-certificate.js";
import { toReport } from "../../preflight/preflight.js";
import { escapeUnprintable } from "../../x509/name.js";
import { refuseTaken, writeWhole } from "../files.js";
import { EXIT_CODE } from "./exit-codes.js";
import { UsageError } from "./failure.js";
import type { Host } from "./host.js";
import { toJsonText } from "./json-text.js";
import { formatTroubles, openInput, readInput } from "./open-path.js";
import type { OpeningFlags } from "./opening-options.js";
import { readOpeningOptions } from "./opening-options.js";
import { STDIN_NAME } from "./read-paths.js";
import { renderFindings } from "./render-findings.js";
import { styleOf } from "./style.js";

/** The options as they are typed. */
export interface PayloadUploadFlags extends OpeningFlags {
  readonly out?: string;
  readonly force?: boolean;
}

/** Read and written by the owner only: the body holds the key and the password that opens it. */
const SECRET_MODE = 0o600;

/**
 * Rules whose errors say that Graph keeps the certificate inactive, not that it refuses the upload. A body may well be
 * made ahead of time, so they do not stop it.
 */
const ABOUT_DATES: ReadonlySet<string> = new Set(["expired", "not-yet-valid"]);

/**
 * Runs the command and returns its exit code.
 * @throws {UsageError} before any file is read
 * @throws {PathError} where the file cannot be read, or the body cannot be written
 * @throws {CancelledError} where the user gives up at the prompt
 */
export async function runPayloadUpload(file: string, flags: PayloadUploadFlags, host: Host): Promise<number> {
  const { out, force = false } = flags;
  if (out === "-" || out === "")
    throw new UsageError("--out expects the name of a file; leave it out for standard output");
  if (out === undefined && force) throw new UsageError("--force is for --out");
  const isStdin = file === STDIN_NAME;
  const options = await readOpeningOptions(flags, host, isStdin ? [STDIN_NAME] : []);
  if (out !== undefined) await refuseTaken(out, { force });

  const input = await readInput(file, options.limits.fileBytes, { stdin: isStdin ? host.stdin : undefined });
  const question = `Password of ${escapeUnprintable(file)}:`;
  // Of a file that is too large no password is asked: it is refused.
  const password = input.ownPassword ?? (input.isWhole ? await options.password.read(question) : "");
  const opened = await openInput(input, password, options);
  if (options.isDebug) host.stderr.write(formatTroubles(opened));
  const { findings } = toReport(opened, { file, now: options.now });
  const isRefused = findings.some(({ id, severity }) => severity === "error" && !ABOUT_DATES.has(id));
  tellFindings(
    isRefused ? findings : findings.map(toWarning),
    isRefused ? `no body is made of ${escapeUnprintable(file)}` : undefined,
    flags,
    host,
  );
  if (isRefused) return EXIT_CODE.rejected;

  const body = toJsonText(toUploadClientCertificate(opened.bytes, password));
  if (out === undefined) {
    host.stdout.write(body);
  } else {
    await writeWhole(out, body, { force, mode: SECRET_MODE });
    host.stderr.write(`graph-certkit: the body with key and password is in ${escapeUnprintable(out)}\n`);
  }
  return EXIT_CODE.accepted;
}

function toWarning(finding: Finding): Finding {
  return finding.severity === "error" ? { ...finding, severity: "warning" } : finding;
}

function tellFindings(
  findings: readonly Finding[],
  headline: string | undefined,
  { color }: PayloadUploadFlags,
  host: Host,
): void {
  if (headline !== undefined) host.stderr.write(`graph-certkit: ${headline}\n`);
  const block = renderFindings(findings, styleOf(host.stderr, host, color));
  if (block !== "") host.stderr.write(`${block}\n`);
}
