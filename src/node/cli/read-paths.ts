/** What a call names: files as they are, the PFX files below folders, standard input. */
import { stat } from "node:fs/promises";
import { findFiles } from "../find-files.js";
import { PathError } from "../path-error.js";

/** Something to be looked at, or a path of which it is known already that it cannot be read. */
export type Input =
  | { readonly kind: "file"; readonly file: string }
  | { readonly kind: "stdin" }
  | { readonly kind: "unreadable"; readonly error: PathError };

/** The name that stands for standard input. */
export const STDIN_NAME = "-";

/** Ends of the names that are looked for in folders, in lower case; a file that is named itself may have any name. */
const ENDINGS: readonly string[] = [".pfx", ".p12"];

/** What a call names, and who hears of folders in which there is nothing. */
export interface PathArguments {
  readonly files: readonly string[];
  /** Names of `--files-from`, in batches: they come after `files`. */
  readonly list?: AsyncIterable<readonly string[]> | undefined;
  readonly onEmptyFolder: (folder: string) => void;
}

/** Names that the system is asked about at once: one after the other takes five times as long. */
const BATCH = 64;

/**
 * Everything that a call names, in its order; what comes next is only looked for when it is asked for, save some names
 * beside one another. What is named twice comes twice. A symbolic link that is named is followed, also to a folder.
 * @throws whatever `list` throws
 */
export async function* readPaths({ files, list, onEmptyFolder }: PathArguments): AsyncGenerator<Input> {
  yield* readBatch(files, true, onEmptyFolder);
  for await (const names of list ?? []) yield* readBatch(names, false, onEmptyFolder);
}

async function* readBatch(
  paths: readonly string[],
  hasStdin: boolean,
  onEmptyFolder: (folder: string) => void,
): AsyncGenerator<Input> {
  for (let start = 0; start < paths.length; start += BATCH) {
    const batch = paths.slice(start, start + BATCH);
    const areFolders = await Promise.all(batch.map(isFolder));
    for (const [index, path] of batch.entries()) {
      if (areFolders[index] === true) yield* readFolder(path, onEmptyFolder);
      else yield toInput(path, hasStdin);
    }
  }
}

function toInput(path: string, hasStdin: boolean): Input {
  // No file can have such a name, and Node throws errors of another kind for it.
  if (path.includes("\0")) return { kind: "unreadable", error: new PathError("read", path, "ENOENT") };
  if (path !== STDIN_NAME) return { kind: "file", file: path };
  // In a list every name is a name, so this one is told as a path that could be given.
  return hasStdin ? { kind: "stdin" } : { kind: "file", file: `./${path}` };
}

async function* readFolder(folder: string, onEmptyFolder: (folder: string) => void): AsyncGenerator<Input> {
  let isEmpty = true;
  for await (const found of findFiles(folder, ENDINGS)) {
    isEmpty = false;
    yield found.kind === "file" ? { kind: "file", file: found.path } : found;
  }
  if (isEmpty) onEmptyFolder(folder);
}

/** Of what cannot be looked at, whoever opens it will say why. A folder that is named `-` is `./-` too. */
async function isFolder(path: string): Promise<boolean> {
  if (path === STDIN_NAME) return false;
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}
