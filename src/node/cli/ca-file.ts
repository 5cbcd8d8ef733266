/** The certificate of the CA that `mock --https` made, where NODE_EXTRA_CA_CERTS finds it. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readBounded, writeWhole } from "../files.js";
import { PathError, toPathError } from "../path-error.js";
import { PUBLIC_MODE } from "./out-file.js";

/** A file with the certificate. */
export interface CaFile {
  /** Absolute. */
  readonly path: string;
  /** Removes it where it is in a folder of our own; a file that was asked for stays. */
  readonly remove: () => Promise<void>;
}

/**
 * Writes the certificate; everybody may read it.
 * @param path - a file that is not there yet or holds a certificate, which is replaced; left out: a new one
 * @throws {PathError} `EEXIST` for a file that holds something else
 */
export async function writeCaFile(pem: string, path: string | undefined): Promise<CaFile> {
  if (path !== undefined) {
    const absolute = resolve(path);
    await writeWhole(absolute, pem, { force: await isCertificate(absolute), mode: PUBLIC_MODE });
    return { path: absolute, remove: () => Promise.resolve() };
  }
  const parent = tmpdir();
  try {
    // A name that nobody can know ahead, so that nobody has put a link there. What a killed process leaves is 700 bytes
    // that are no secret; to remove the folders of others would be to guess, from a name in a folder that all may write
    // to, whether a client still trusts what is in them, and the system empties it anyway.
    const folder = await mkdtemp(join(parent, "graph-certkit-mock-"));
    const file = join(folder, "ca.pem");
    await writeWhole(file, pem, { force: false, mode: PUBLIC_MODE });
    return { path: file, remove: () => rm(folder, { recursive: true, force: true }) };
  } catch (error) {
    throw toPathError("write", parent, error);
  }
}

/** What an earlier run has written, or another certificate that is no loss. */
async function isCertificate(path: string): Promise<boolean> {
  try {
    const { bytes } = await readBounded(path, 100_000);
    return /^-----BEGIN CERTIFICATE-----\n[\w+/=\n]+-----END CERTIFICATE-----\n$/.test(new TextDecoder().decode(bytes));
  } catch (error) {
    if (error instanceof PathError) return false;
    throw error;
  }
}
