/** Programs and services that read PFX files, and what is known of which files they take. */
import type { Evidence } from "./evidence.js";
import type { FileTraits } from "./file-traits.js";

/** The readers that are judged. */
export const READER_IDS = [
  "azure-tripledes",
  "windows-server-2016",
  "java-8",
  "java-17",
  "java-25",
  "node-20",
  "node-24",
  "openssl-3",
  "openssl-3-legacy",
  "go-pkcs12",
  "apple",
  "android",
] as const;

/** One of the readers. */
export type ReaderId = (typeof READER_IDS)[number];

/** Why a reader does not take a file. */
export interface Refusal {
  /** The place in the file. */
  readonly at: string;
  /** A sentence. */
  readonly message: string;
}

/** What is known of one reader. */
export interface Reader {
  readonly id: ReaderId;
  /** As its users call it, with the versions it stands for. */
  readonly name: string;
  readonly evidence: Evidence;
  readonly reference: string;
  /** What keeps it from opening a file with its password; empty where nothing does. */
  readonly refusals: (traits: FileTraits) => readonly Refusal[];
}

/** What a reader makes of one file; `null`: nobody can say, since the file itself could not be opened. */
export interface ReaderVerdict extends Pick<Reader, "id" | "name" | "evidence" | "reference"> {
  readonly opens: boolean | null;
  readonly refusals: readonly Refusal[];
}
