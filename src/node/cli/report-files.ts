/** Files that reports are written to: looked at before any work is done, written whole in the end. */
import { access, constants, realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { refuseTaken, writeWhole } from "../files.js";
import type { FileContent } from "../new-file.js";
import { toPathError } from "../path-error.js";
import { UsageError } from "./failure.js";

/** Writes a report into its file. */
export type WriteReport = (content: FileContent) => Promise<void>;

/** Options with the names of files as they are typed. */
export type ReportPaths = Readonly<Record<string, string | undefined>>;

/** As other programs make their files: reports hold no secrets. The umask of the user takes away from it. */
const MODE = 0o644;

/**
 * Looks at all the files at once; none of them is made yet.
 * @param paths - by option, such as `--junit`
 * @param force - replaces files that are there
 * @returns by option, what writes the file; `undefined` where the option is not there
 * @throws {UsageError} where a name is none, or two options name the same file
 * @throws {PathError} `EEXIST` without `force`, or where the folder is not there or cannot be written to
 */
export async function openReportFiles(
  paths: ReportPaths,
  force: boolean,
): Promise<(option: string) => WriteReport | undefined> {
  const places = new Map<string, string>();
  const writers = new Map<string, WriteReport>();
  for (const [option, path] of Object.entries(paths)) {
    if (path === undefined) continue;
    if (path === "-" || path === "") throw new UsageError(`${option} expects the name of a file`);
    const place = await findPlace(path);
    const other = places.get(place);
    if (other !== undefined) throw new UsageError(`${other} and ${option} name the same file`);
    await refuseTaken(path, { force });
    places.set(place, option);
    writers.set(option, (content) => writeWhole(path, content, { force, mode: MODE }));
  }
  if (force && writers.size === 0) throw new UsageError(`--force is for ${Object.keys(paths).join(" and ")}`);
  return (option) => writers.get(option);
}

/** The one name of a file that need not be there; its folder has to be, and to take new files. */
async function findPlace(path: string): Promise<string> {
  try {
    const folder = await realpath(dirname(path));
    await access(folder, constants.W_OK);
    return join(folder, basename(path));
  } catch (error) {
    throw toPathError("write", path, error);
  }
}
