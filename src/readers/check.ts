/** Reasons for which readers refuse files. */
import type { FileTraits } from "./file-traits.js";

/** Why a reader does not take a file. */
export interface Refusal {
  /** The place in the file: the first one where there are several. */
  readonly at: string;
  /** A sentence. */
  readonly message: string;
}

/** A refusal with what helps, where that is not to pack the same key and certificates anew. */
export interface Reason extends Refusal {
  readonly fix?: string;
  /** Where that helps under another password: which one. */
  readonly under?: string;
}

/** Looks for one reason in one file; nothing where the file does not give it. */
export type Check = (traits: FileTraits) => readonly Reason[];
