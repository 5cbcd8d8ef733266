/** Errors of the toolkit as those who typed a command need them: which file or option it is, and the code. */
import type { ErrorCode } from "../../errors.js";
import { ToolkitError } from "../../errors.js";
import { escapeUnprintable } from "../../x509/name.js";
import { RefusedError, UsageError } from "./failure.js";

/**
 * Runs work on what a file holds.
 * @throws {RefusedError} for an error of the toolkit, with its message and code; whatever else is thrown as it is
 */
export function refusing<Value>(file: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw asRefusal(file, error);
  }
}

/** The same of work that takes time. */
export async function refusingLater<Value>(file: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw asRefusal(file, error);
  }
}

function asRefusal(file: string, error: unknown): unknown {
  return error instanceof ToolkitError ? new RefusedError(file, `${error.message} (${error.code})`, error) : error;
}

/**
 * An error of the toolkit that is about an option's value as a wrong call; any other error as it is.
 * @param options - by code, the option
 */
export function asUsage(error: unknown, options: Partial<Readonly<Record<ErrorCode, string>>>): unknown {
  if (!(error instanceof ToolkitError)) return error;
  const option = options[error.code];
  return option === undefined
    ? error
    : new UsageError(`${option}: ${escapeUnprintable(error.message)} (${error.code})`, { cause: error });
}
