/** The work of `graph-certkit rollover`: the plan for one servicePrincipal and one new certificate, as a script or data. */
import { join } from "node:path";
import { openedToKeyCredentials } from "../../graph/key-credentials.js";
import type { ServicePrincipal } from "../../graph/model.js";
import { planRollover } from "../../rollover/plan-rollover.js";
import type { RolloverFile } from "../../rollover/render/rendering.js";
import { CERTIFICATE_FILE } from "../../rollover/render/rendering.js";
import type { RolloverFormat } from "../../rollover/render-rollover.js";
import { renderRollover } from "../../rollover/render-rollover.js";
import type { RolloverPlan } from "../../rollover/step.js";
import { escapeUnprintable } from "../../x509/name.js";
import type { FolderFile } from "../write-folder.js";
import { refuseTakenIn, writeFolder } from "../write-folder.js";
import { tellEarlierPlan } from "./earlier-plan.js";
import { EXIT_CODE } from "./exit-codes.js";
import { UsageError } from "./failure.js";
import type { Host } from "./host.js";
import { holdInterrupts } from "./interrupt.js";
import { toJsonText } from "./json-text.js";
import { judgeInput } from "./judge-input.js";
import { readOpeningOptions } from "./opening-options.js";
import { PUBLIC_MODE, SECRET_MODE } from "./out-file.js";
import type { PackageManifest } from "./package-manifest.js";
import { readServicePrincipalFile } from "./read-json.js";
import { STDIN_NAME } from "./read-paths.js";
import { refusing } from "./refusing.js";
import type { RolloverFlags } from "./rollover-options.js";
import { readRolloverOptions } from "./rollover-options.js";

/**
 * Runs the command and returns its exit code.
 * @throws {UsageError} before any file is read
 * @throws {RefusedError} where the servicePrincipal is none, or has the certificate already
 * @throws {PathError} where a file cannot be read, or the folder cannot be written to; nothing is written then
 * @throws {CancelledError} where the user gives up at the prompt or by a signal
 */
export async function runRollover(
  file: string,
  flags: RolloverFlags,
  host: Host,
  manifest: PackageManifest,
): Promise<number> {
  const { format, outDir, force, plan: choices } = readRolloverOptions(flags);
  const stdinUsers = [
    ...(file === STDIN_NAME ? [STDIN_NAME] : []),
    ...(flags.with === STDIN_NAME ? [`--with ${STDIN_NAME}`] : []),
  ];
  const options = await readOpeningOptions(flags, host, stdinUsers);
  // What an earlier plan of the kind has left there, too.
  if (outDir !== undefined)
    await refuseTakenIn(outDir, [format === "json" ? "rollover.json" : CERTIFICATE_FILE], { force });
  // Before anybody is asked for a password.
  const servicePrincipal = await readServicePrincipalFile(file, host);
  requireAddress(servicePrincipal, file, choices.servicePrincipalId);
  const judged = await judgeInput(flags.with, { target: "token-signing", options, flags, host });
  if (judged === undefined) return EXIT_CODE.rejected;
  const added = refusing(flags.with, () =>
    openedToKeyCredentials(judged.opened, judged.password, { newId: host.newId }),
  );
  const plan = refusing(file, () => planRollover(servicePrincipal, { ...choices, with: added, now: options.now }));
  const { script, name, isSecret, files } = renderRollover(plan, format);
  if (outDir === undefined) {
    host.stdout.write(script);
    return EXIT_CODE.accepted;
  }
  const written = [{ name, content: script, isSecret }, ...files];
  await holdInterrupts(host, (signal) => writeFolder(outDir, written.map(toFolderFile), { force, signal }));
  const list = written.map((it) => ({ path: join(outDir, it.name), isSecret: it.isSecret }));
  host.stdout.write(flags.json === true ? toJsonText(toDocument(plan, format, list, manifest)) : listFiles(list));
  const earlier = await tellEarlierPlan(
    outDir,
    written.map((it) => it.name),
  );
  if (earlier !== "") host.stderr.write(earlier);
  return EXIT_CODE.accepted;
}

/** @throws {UsageError} where no request could be addressed */
function requireAddress({ id, appId }: ServicePrincipal, file: string, given: string | undefined): void {
  if (given || id || appId) return;
  throw new UsageError(`${escapeUnprintable(file)} has neither id nor appId: --service-principal-id names it`);
}

function toFolderFile({ name, content, isSecret }: RolloverFile): FolderFile {
  return { name, content, mode: isSecret ? SECRET_MODE : PUBLIC_MODE };
}

interface ListedFile {
  readonly path: string;
  readonly isSecret: boolean;
}

/** One path a line, the script first. */
function listFiles(files: readonly ListedFile[]): string {
  return files.map(({ path, isSecret }) => `${escapeUnprintable(path)}${isSecret ? " (secret)" : ""}\n`).join("");
}

/** spec/rollover-files.schema.json */
function toDocument(
  { now, cloud, adding, removing }: RolloverPlan,
  format: RolloverFormat,
  files: readonly ListedFile[],
  manifest: PackageManifest,
): object {
  return {
    schemaVersion: 1,
    tool: { name: manifest.name, version: manifest.version },
    format,
    now,
    cloud,
    adding: adding.thumbprint,
    removing: removing.map(({ customKeyIdentifier, thumbprint }) => ({ customKeyIdentifier, thumbprint })),
    files,
  };
}
