/** What came of one path, as plain data that can be posted between threads. */
import { escapeUnprintable } from "../../x509/name.js";
import type { PathError } from "../path-error.js";
import { describePathError, formatCauses } from "./failure.js";
import type { Outcome } from "./outcome.js";

/** An outcome, and what else there is to say. */
export interface Examined {
  readonly outcome: Outcome;
  /** What is to be told on standard error: printable lines, or nothing. */
  readonly notes: string;
  /** True where the password that was given, not one that the file brings along, does not open the file. */
  readonly isPasswordDoubted: boolean;
}

/** Which path it is, and how much is told. */
export interface Circumstances {
  readonly file: string;
  readonly isDebug: boolean;
}

/** What is said of a path that cannot be read. */
export function unreadable({ file, isDebug }: Circumstances, error: PathError): Examined {
  const { code, message } = error;
  return {
    outcome: { kind: "unreadable", unreadable: { file, code, message } },
    notes: `graph-certkit: ${describePathError(error)}\n${isDebug ? formatCauses(error) : ""}`,
    isPasswordDoubted: false,
  };
}

/**
 * What is said of a path on which this program failed, or the thread that it ran in. The error's message is left out, with
 * `--debug` too: what reads text often quotes it, and the text may be a request body with its password.
 */
export function failed({ file, isDebug }: Circumstances, error: unknown): Examined {
  const frames = framesOf(error);
  const message = `${kindOf(error)}${frames[0] === undefined ? "" : ` ${frames[0]}`}`;
  const advice = isDebug ? "" : " (--debug shows where)";
  const headline = `graph-certkit: a defect of this program, met in ${escapeUnprintable(file)}${advice}: ${message}\n`;
  return {
    outcome: { kind: "defect", defect: { file, message } },
    notes: [headline, ...(isDebug ? frames.map((frame) => `    ${frame}\n`) : [])].join(""),
    isPasswordDoubted: false,
  };
}

/** `TypeError`, `Error ERR_WORKER_OUT_OF_MEMORY` */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return "an unknown error";
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return escapeUnprintable(/^[A-Z0-9_]+$/.test(code) ? `${error.name} ${code}` : error.name);
}

/** `at openKey (open-key.js:30:9)`: without the folders, which differ from machine to machine. */
function framesOf(error: unknown): string[] {
  const lines = error instanceof Error ? (error.stack ?? "").split("\n") : [];
  return lines
    .filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line))
    .map((line) => escapeUnprintable(line.trim().replace(/[^\s(]*[/\\]/, "")));
}
