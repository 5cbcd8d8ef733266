/** Which readers take a file, and why others do not. */
import type { OpenedFile } from "../credential/opened-file.js";
import { toFileTraits } from "./file-traits.js";
import type { Reader, ReaderVerdict } from "./reader.js";

/** All readers, in the order in which they are listed. */
export const READERS: readonly Reader[] = [];

/** Judges one file for every reader. */
export function judgeReaders(opened: OpenedFile): readonly ReaderVerdict[] {
  const traits = toFileTraits(opened);
  const isOpen = opened.failure === undefined;
  return READERS.map(({ id, name, evidence, reference, refusals }) => {
    const found = isOpen ? refusals(traits) : [];
    return { id, name, evidence, reference, opens: isOpen ? found.length === 0 : null, refusals: found };
  });
}
