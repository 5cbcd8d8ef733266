/** The work of `graph-certkit create`: a credential is made, written as files that belong together, and told. */
import { join } from "node:path";
import type { CreatedCredential } from "../../graph/create-token-signing-certificate.js";
import { createTokenSigningCertificate } from "../../graph/create-token-signing-certificate.js";
import { escapeUnprintable } from "../../x509/name.js";
import { refuseTakenIn, writeFolder } from "../write-folder.js";
import type { CreateFlags, ReadCreateOptions } from "./create-options.js";
import { readCreateOptions, readNewPassword } from "./create-options.js";
import { toCreatedDocument } from "./created-document.js";
import { CREATED_FILES, createdFilesOf, toCreatedFiles } from "./created-files.js";
import { EXIT_CODE } from "./exit-codes.js";
import type { Host } from "./host.js";
import { holdInterrupts } from "./interrupt.js";
import { toJsonText } from "./json-text.js";
import type { PackageManifest } from "./package-manifest.js";
import { asUsage } from "./refusing.js";
import { renderCreated } from "./render-created.js";
import { styleOf } from "./style.js";

/**
 * Runs the command and returns its exit code.
 * @throws {UsageError} for options that are none, and for what Graph would refuse; nothing is written then
 * @throws {PathError} where the folder cannot be written to; nothing is written then
 * @throws {CancelledError} where the user gives up at the prompt or, by a signal, before the last file has its name
 */
export async function runCreate(flags: CreateFlags, host: Host, manifest: PackageManifest): Promise<number> {
  const { outDir, force = false } = flags;
  const options = readCreateOptions(flags, host);
  const isGenerated = flags.passout === undefined;
  const files = createdFilesOf(isGenerated);
  const names = files.map((file) => CREATED_FILES[file]);
  await refuseTakenIn(outDir, names, { force });
  const password = await readNewPassword(flags, host);
  const created = await create({ ...options, password });
  await holdInterrupts(host, (signal) => writeFolder(outDir, toCreatedFiles(created, isGenerated), { force, signal }));

  const told = { created, options, folder: outDir, files };
  host.stdout.write(
    flags.json === true
      ? toJsonText(toCreatedDocument(told, manifest))
      : renderCreated(told, styleOf(host.stdout, host, flags.color)),
  );
  if (isGenerated) {
    const path = escapeUnprintable(join(outDir, CREATED_FILES.password));
    host.stderr.write(`graph-certkit: the password that was generated is in ${path}\n`);
  }
  return EXIT_CODE.accepted;
}

async function create(options: ReadCreateOptions): Promise<CreatedCredential> {
  try {
    return await createTokenSigningCertificate(options);
  } catch (error) {
    throw asUsage(error, {
      ERR_GRAPH_DISPLAY_NAME_PREFIX: "--display-name",
      ERR_GRAPH_DISPLAY_NAME_EMPTY: "--display-name",
      ERR_GRAPH_DISPLAY_NAME_RDNS: "--display-name",
      ERR_X509_NAME: "--display-name",
      ERR_GRAPH_DATE_TIME: "--end-date-time",
      ERR_GRAPH_END_DATE_TIME_PAST: "--end-date-time",
      ERR_GRAPH_END_DATE_TIME_LIFETIME: "--end-date-time",
      ERR_GRAPH_PASSWORD_EMPTY: "--passout",
    });
  }
}
