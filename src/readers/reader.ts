/** Programs and services that read PFX files, and what is known of which files they take. */
import type { Check, Refusal } from "./check.js";
import type { Evidence } from "./evidence.js";

/** The readers that are judged. */
export const READER_IDS = [
  "entra-b2c",
  "azure-app-service",
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

/** What is known of one reader. */
export interface Reader {
  readonly id: ReaderId;
  /** As its users call it, with the versions it stands for. */
  readonly name: string;
  readonly evidence: Evidence;
  readonly reference: string;
  /**
   * What keeps it from giving out the keys and certificates of a file to whoever has its password. A reader that takes
   * the file but leaves out a key, or gives it without its certificate, does not open it.
   */
  readonly checks: readonly Check[];
  /** The stronger of two common protections, as Windows names them, that it takes. */
  readonly protection: "TripleDES-SHA1" | "AES256-SHA256";
}

/** What a reader makes of one file; `null`: nobody can say, since the file itself could not be opened. */
export interface ReaderVerdict extends Pick<Reader, "id" | "name" | "evidence" | "reference"> {
  readonly opens: boolean | null;
  readonly refusals: readonly Refusal[];
}
