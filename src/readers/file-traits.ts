/** What readers look at in a file, gathered once. */
import type { OpenedFile } from "../credential/opened-file.js";

/** The facts of an opened file on which readers differ. */
export interface FileTraits {
  readonly opened: OpenedFile;
}

/** Gathers the facts. */
export function toFileTraits(opened: OpenedFile): FileTraits {
  return { opened };
}
