/** The parts of writing a file whole: a new file beside it, and the name that it gets in the end. */
import { randomBytes } from "node:crypto";
import { constants, copyFile, link, open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { codeOf } from "./path-error.js";

/** What a file is to hold; pieces are written one after the other. */
export type FileContent = string | Uint8Array | Iterable<string>;

/** A path that nobody else has: only on the same file system can a file be renamed. */
export function temporaryIn(folder: string): string {
  return join(folder, `.graph-certkit-${randomBytes(8).toString("hex")}.tmp`);
}

/** Writes a file that is not there yet, on to the disk. What fails leaves its beginning behind, for the caller to remove. */
export async function writeNew(path: string, content: FileContent, mode: number): Promise<void> {
  const handle = await open(path, "wx", mode);
  try {
    await writeFile(handle, content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Systems and file systems without hard links (FAT, some network drives) say so in one of these ways. */
const NO_HARD_LINKS: ReadonlySet<string> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EXDEV"]);

/** Gives a file a second name: link(2) fails where the name is taken, rename(2) would replace what is there. */
export async function nameExclusively(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    if (!NO_HARD_LINKS.has(codeOf(error) ?? "")) throw error;
    await copyFile(temporary, path, constants.COPYFILE_EXCL);
  }
}
