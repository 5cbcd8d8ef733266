/** Exit code 2 for whatever kept a contract command from its work: a build can tell "wrong" from "nothing was learnt". */
import { ToolkitError } from "../../errors.js";
import { escapeUnprintable } from "../../x509/name.js";
import { refuseTaken } from "../files.js";
import { PathError } from "../path-error.js";
import { describePathError, RefusedError, UsageError } from "./failure.js";

/**
 * Runs the work of a command.
 * @throws {UsageError} in the place of `PathError`, `RefusedError` and `ToolkitError`, which other commands end with 1 or 3
 * for; whatever else as it is
 */
export async function orCannotRun<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw asCannotRun(error);
  }
}

/**
 * Refuses the name of a file that is never replaced, whatever `--force` is for.
 * @throws {UsageError} where it is taken; {PathError} where that cannot be told
 */
export async function refuseTakenFor(option: string, path: string): Promise<void> {
  try {
    await refuseTaken(path, { force: false });
  } catch (error) {
    if (!(error instanceof PathError) || error.code !== "EEXIST") throw error;
    throw new UsageError(`${option}: ${escapeUnprintable(path)} exists already and is not replaced`, { cause: error });
  }
}

function asCannotRun(error: unknown): unknown {
  if (error instanceof PathError) return new UsageError(describePathError(error), { cause: error });
  if (error instanceof RefusedError) return new UsageError(`${error.file}: ${error.message}`, { cause: error });
  if (error instanceof ToolkitError) {
    return new UsageError(`${error.message} (${error.code} at ${error.at})`, { cause: error });
  }
  return error;
}
