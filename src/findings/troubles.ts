/** Everything that kept a file, or a part of it, from being read. */
import type { OpenedFile } from "../credential/opened-file.js";
import type { ToolkitError } from "../errors.js";
import type { Severity } from "./finding.js";

/** One error that was met while the file was opened. */
export interface Trouble {
  readonly error: ToolkitError;
  /** An unreadable part is only worth a warning as long as the file still yields a key with its certificate. */
  readonly severity: Severity;
}

/**
 * The error that stopped the opening, or those of the parts that had to be left out. Where there is one, no rule can say
 * what the file lacks. Bytes behind the file hide nothing: they have a rule of their own.
 */
export function troublesOf({ failure, unreadable, credentials }: OpenedFile): readonly Trouble[] {
  if (failure !== undefined) return [{ error: failure, severity: "error" }];
  const severity = credentials.length > 0 ? "warning" : "error";
  return unreadable
    .filter(({ error }) => error.code !== "ERR_ASN1_TRAILING_DATA")
    .map(({ error }) => ({ error, severity }));
}
