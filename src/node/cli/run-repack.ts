/** The work of `graph-certkit repack`: a file is opened, packed anew, looked at, written. */

import { openFile } from "../../credential/open.js";
import type { OpenedFile } from "../../credential/opened-file.js";
import { repackPkcs12 } from "../../pkcs12/repack.js";
import { unwrap } from "../../sniff/unwrap.js";
import { escapeUnprintable } from "../../x509/name.js";
import { EXIT_CODE } from "./exit-codes.js";
import { RefusedError } from "./failure.js";
import type { Host } from "./host.js";
import { toJsonText } from "./json-text.js";
import { readInput } from "./open-path.js";
import type { OpeningFlags } from "./opening-options.js";
import { readOpeningOptions } from "./opening-options.js";
import type { OutFlags } from "./out-file.js";
import { openOutFile, SECRET_MODE } from "./out-file.js";
import type { PackageManifest } from "./package-manifest.js";
import type { PackingFlags, PackingOptions } from "./packing-options.js";
import { readPackingOptions } from "./packing-options.js";
import { openNewPasswordSource } from "./password-source.js";
import { STDIN_NAME } from "./read-paths.js";
import { refusingLater } from "./refusing.js";

/** The options as they are typed. */
export interface RepackFlags extends OpeningFlags, OutFlags, PackingFlags {
  readonly out: string;
  readonly protection: string;
  readonly json?: boolean;
}

/**
 * Runs the command and returns its exit code.
 * @throws {UsageError} before the file is read
 * @throws {RefusedError} where it does not open, or holds what cannot be packed
 * @throws {PathError} where it cannot be read, or the new one cannot be written
 * @throws {CancelledError} where the user gives up at the prompt
 */
export async function runRepack(
  file: string,
  flags: RepackFlags,
  host: Host,
  manifest: PackageManifest,
): Promise<number> {
  const packing = readPackingOptions(flags);
  const isStdin = file === STDIN_NAME;
  const stdinUsers = [...(isStdin ? [STDIN_NAME] : []), ...(flags.passout === "stdin" ? ["--passout stdin"] : [])];
  const out = await openOutFile(flags, host);
  const opening = await readOpeningOptions(flags, host, stdinUsers);
  const isInteractive = host.isInteractive && stdinUsers.length === 0;
  const passout =
    flags.passout === undefined ? undefined : await openNewPasswordSource(flags.passout, { ...host, isInteractive });

  const input = await readInput(file, opening.limits.fileBytes, { stdin: isStdin ? host.stdin : undefined });
  if (!input.isWhole) {
    throw new RefusedError(
      file,
      `more than ${opening.limits.fileBytes} bytes (ERR_PKCS12_FILE_BYTES; see --max-bytes)`,
    );
  }
  const name = escapeUnprintable(file);
  const password = input.ownPassword ?? (await opening.password.read(`Password of ${name}:`));
  const newPassword = passout === undefined ? password : await passout.read("Password of the new file:");
  const packed = await refusingLater(file, () =>
    repackPkcs12(unwrap(input.bytes).bytes, {
      ...packing,
      password,
      newPassword,
      limits: opening.limits,
      random: host.random,
    }),
  );
  const opened = await lookAt(packed, newPassword, opening.now);
  await out.write(packed, SECRET_MODE, `what was packed anew (${packing.protection} protection)`);
  if (flags.json === true) {
    const document = toDocument({ file, out: flags.out, ...packing, packed, opened, isNew: newPassword !== password });
    host.stdout.write(
      toJsonText({ schemaVersion: 1, tool: { name: manifest.name, version: manifest.version }, ...document }),
    );
  }
  return EXIT_CODE.accepted;
}

/** Opens what was packed. Limits guard against what others made, so here there are none but what this file needs. */
async function lookAt(packed: Uint8Array, password: string, now: Date): Promise<OpenedFile> {
  const limits = { iterations: Number.MAX_SAFE_INTEGER, fileBytes: packed.length };
  const opened = await openFile(packed, { password, now, limits });
  if (opened.failure !== undefined) throw new Error("what was packed does not open", { cause: opened.failure });
  return opened;
}

interface Repacked {
  readonly file: string;
  readonly out: string;
  readonly protection: PackingOptions["protection"];
  readonly packed: Uint8Array;
  readonly opened: OpenedFile;
  readonly isNew: boolean;
}

/** spec/repacked-file.schema.json, but for what every document begins with. */
function toDocument({ file, out, protection, packed, opened, isNew }: Repacked): object {
  const withKey = new Set(opened.keys.flatMap(({ certificates }) => certificates.map(({ thumbprint }) => thumbprint)));
  return {
    file,
    out,
    bytes: packed.length,
    protection,
    isPasswordNew: isNew,
    keys: opened.keys.length,
    certificates: opened.certificates.map(({ thumbprint }) => ({
      thumbprint,
      hasPrivateKey: withKey.has(thumbprint),
    })),
  };
}
