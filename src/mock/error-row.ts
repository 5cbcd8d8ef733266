/** One row of the table of errors, and what it rests on. */

/**
 * - `documented`: status, code or text stand in Microsoft's documentation.
 * - `observed`: an answer of Graph that was published by whoever got it.
 * - `synthetic`: nobody has published what Graph answers; only the status is a claim, and a careful guess at that.
 */
export type ErrorEvidence = "documented" | "observed" | "synthetic";

/** One row; `{0}` and `{1}` in the text stand for what the request is about, never for a secret. */
export interface ErrorRow {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly evidence: ErrorEvidence;
  readonly source: string;
}

/** A row in one line. */
export function row(status: number, code: string, message: string, evidence: ErrorEvidence, source: string): ErrorRow {
  return { status, code, message, evidence, source };
}
