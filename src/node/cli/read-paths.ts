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
  /** Names of `--files-from`: they come after `files`. */
  readonly list?: AsyncIterable<string> | undefined;
  readonly onEmptyFolder: (folder: string) => void;
}

/**
 * Everything that a call names, in its order; the next path is only looked for when it is asked for. What is named twice
 * comes twice. A symbolic link that is named is followed, also to a folder.
 * @throws whatever `list` throws
 */
export async function* readPaths({ files, list, onEmptyFolder }: PathArguments): AsyncGenerator<Input> {
  for (const file of files) {
    if (file === STDIN_NAME) yield { kind: "stdin" };
    else yield* readPath(file, onEmptyFolder);
  }
  // In a list every name is a name, so this one is told as a path that could be given.
  for await (const file of list ?? []) yield* readPath(file === STDIN_NAME ? `./${file}` : file, onEmptyFolder);
}

async function* readPath(path: string, onEmptyFolder: (folder: string) => void): AsyncGenerator<Input> {
  // No file can have such a name, and Node throws errors of another kind for it.
  if (path.includes("\0")) {
    yield { kind: "unreadable", error: new PathError("read", path, "ENOENT") };
    return;
  }
  if (!(await isFolder(path))) {
    yield { kind: "file", file: path };
    return;
  }
  let isEmpty = true;
  for await (const found of findFiles(path, ENDINGS)) {
    isEmpty = false;
    yield found.kind === "file" ? { kind: "file", file: found.path } : found;
  }
  if (isEmpty) onEmptyFolder(path);
}

/** Of what cannot be looked at, whoever opens it will say why. */
async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}
