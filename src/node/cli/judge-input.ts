/** A file that is to become a request body: opened, judged as preflight does, and told about. */
import type { OpenedFile } from "../../credential/opened-file.js";
import type { Finding } from "../../findings/finding.js";
import { toReport } from "../../preflight/preflight.js";
import { escapeUnprintable } from "../../x509/name.js";
import type { Host } from "./host.js";
import { formatTroubles, openInput, readInput } from "./open-path.js";
import type { OpeningFlags, OpeningOptions } from "./opening-options.js";
import { STDIN_NAME } from "./read-paths.js";
import { renderFindings } from "./render-findings.js";
import { styleOf } from "./style.js";

/** What to judge a file for, and who is told. */
export interface JudgeOptions {
  readonly target: "api-connector" | "token-signing";
  readonly options: OpeningOptions;
  readonly flags: Pick<OpeningFlags, "color">;
  readonly host: Host;
}

/** A file that Graph would take, and what opens it. */
export interface JudgedFile {
  readonly opened: OpenedFile;
  readonly password: string;
}

/**
 * Rules whose errors do not stop a body. Of the dates Graph takes what is expired or not yet valid and only does not use it,
 * and bodies may well be made ahead of time. How base64 was written matters no more, since it is written anew.
 */
const NOT_STOPPING: ReadonlySet<string> = new Set(["expired", "not-yet-valid", "base64url"]);

/**
 * Reads and opens a path or, for `-`, standard input, asks for the password where it must, and tells the findings on
 * standard error; those that do not stop it as warnings.
 * @returns `undefined` where the file is rejected
 * @throws {PathError} where it cannot be read
 * @throws {CancelledError} where the user gives up at the prompt
 */
export async function judgeInput(file: string, judge: JudgeOptions): Promise<JudgedFile | undefined> {
  const { target, options, host } = judge;
  const stdin = file === STDIN_NAME ? host.stdin : undefined;
  const input = await readInput(file, options.limits.fileBytes, { stdin });
  const question = `Password of ${escapeUnprintable(file)}:`;
  // Of a file that is too large no password is asked: it is refused.
  const password = input.ownPassword ?? (input.isWhole ? await options.password.read(question) : "");
  const opened = await openInput(input, password, options);
  if (options.isDebug) host.stderr.write(formatTroubles(opened));
  const { findings } = toReport(opened, { file, target, now: options.now });
  const isRefused = findings.some(({ id, severity }) => severity === "error" && !NOT_STOPPING.has(id));
  tellFindings(
    isRefused ? findings : findings.map(toWarning),
    isRefused ? `no body is made of ${escapeUnprintable(file)}` : undefined,
    judge,
  );
  return isRefused ? undefined : { opened, password };
}

function toWarning(finding: Finding): Finding {
  return finding.severity === "error" ? { ...finding, severity: "warning" } : finding;
}

function tellFindings(
  findings: readonly Finding[],
  headline: string | undefined,
  { flags, host }: Pick<JudgeOptions, "flags" | "host">,
): void {
  if (headline !== undefined) host.stderr.write(`graph-certkit: ${headline}\n`);
  const block = renderFindings(findings, styleOf(host.stderr, host, flags.color));
  if (block !== "") host.stderr.write(`${block}\n`);
}
