/** What ends a command early, and how that is told: one line, never a stack trace unless `--debug` asks for it. */

import { escapeUnprintable } from "../../x509/name.js";
import { PathError } from "../path-error.js";
import { EXIT_CODE, exitCodeOfSignal } from "./exit-codes.js";
import type { InterruptSignal, Output } from "./host.js";

/** The call is wrong. The message names what is wrong and never repeats a value that may be a password. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What a file holds cannot be used, and why: an input's fault, as a finding of severity error is. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
  readonly file: string;

  constructor(file: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.file = file;
  }
}

/** The user gave up, at the prompt or by a signal: nothing was done, and nothing is told. */
export class CancelledError extends Error {
  override readonly name = "CancelledError";
  readonly signal: InterruptSignal;

  constructor(message: string, signal: InterruptSignal = "SIGINT") {
    super(message);
    this.signal = signal;
  }
}

/** Tells why a command ended early; returns the exit code. */
export function reportFailure(error: unknown, stderr: Output, isDebug: boolean): number {
  if (error instanceof CancelledError) return exitCodeOfSignal(error.signal);
  stderr.write(`graph-certkit: ${describe(error)}\n`);
  if (isDebug) stderr.write(formatCauses(error));
  return exitCodeOf(error);
}

function describe(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  if (error instanceof PathError) return describePathError(error);
  if (error instanceof RefusedError) return `${escapeUnprintable(error.file)}: ${escapeUnprintable(error.message)}`;
  const message = error instanceof Error ? escapeUnprintable(error.message) : "unknown";
  return `a defect of this program (--debug shows where): ${message}`;
}

/** `cannot read FILE: why (CODE)` */
export function describePathError({ action, path, code, message }: PathError): string {
  const advice = action === "write" && code === "EEXIST" ? "; --force replaces it" : "";
  return `cannot ${action} ${escapeUnprintable(path)}: ${message}${advice} (${code})`;
}

/** A name that is taken is for the caller to decide about, so it counts as a wrong call. */
function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) return EXIT_CODE.usage;
  if (error instanceof RefusedError) return EXIT_CODE.rejected;
  if (!(error instanceof PathError)) return EXIT_CODE.internal;
  return error.action === "write" && error.code === "EEXIST" ? EXIT_CODE.usage : EXIT_CODE.unreadable;
}

/** The stack of an error and of its causes, for `--debug`. Other members of errors are left out: they may be secret. */
export function formatCauses(error: unknown): string {
  const blocks: string[] = [];
  for (let cause = error; cause instanceof Error && blocks.length < 10; cause = cause.cause) {
    blocks.push(`${blocks.length === 0 ? "debug: " : "caused by: "}${cause.stack ?? cause.message}`);
  }
  return blocks.map((block) => `${block.split("\n").map(escapeUnprintable).join("\n")}\n`).join("");
}
