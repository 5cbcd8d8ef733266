/** What became of each path of a call, and of all of them together. */
import type { Report } from "../../preflight/report.js";
import { EXIT_CODE } from "./exit-codes.js";

/** A path that could not be read. */
export interface UnreadablePath {
  /** As it was given. */
  readonly file: string;
  /** As the system names it, such as `ENOENT`. */
  readonly code: string;
  readonly message: string;
}

/** A report, or why there is none. */
export type Outcome =
  | { readonly kind: "report"; readonly report: Report }
  | { readonly kind: "unreadable"; readonly unreadable: UnreadablePath };

/** Counts over all paths of a call; `files` is the sum of the other three. */
export interface Summary {
  readonly files: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly unreadable: number;
}

/** The summary of no path at all. */
export const EMPTY_SUMMARY: Summary = { files: 0, accepted: 0, rejected: 0, unreadable: 0 };

/** The summary with one more outcome: nothing else has to be kept of the paths before. */
export function addToSummary(summary: Summary, outcome: Outcome): Summary {
  const { files, accepted, rejected, unreadable } = summary;
  if (outcome.kind === "unreadable") return { ...summary, files: files + 1, unreadable: unreadable + 1 };
  if (outcome.report.verdict === "accept") return { ...summary, files: files + 1, accepted: accepted + 1 };
  return { ...summary, files: files + 1, rejected: rejected + 1 };
}

/** The exit code of a call with this summary. */
export function exitCodeOfSummary({ rejected, unreadable }: Summary): number {
  if (unreadable > 0) return EXIT_CODE.unreadable;
  return rejected > 0 ? EXIT_CODE.rejected : EXIT_CODE.accepted;
}
