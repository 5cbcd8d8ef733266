/** One path from its name to its outcome: the work that the main thread and the workers of a pool share. */
import type { CryptoProvider } from "../../crypto/provider.js";
import type { Target } from "../../findings/finding.js";
import { toReport } from "../../preflight/preflight.js";
import { PathError } from "../path-error.js";
import type { Examined } from "./examined.js";
import { failed, unreadable } from "./examined.js";
import type { ReadInput, ReadInputOptions } from "./open-path.js";
import { formatTroubles, openInput, readInput } from "./open-path.js";

/** What is to be done, as plain data that can be posted to a thread. */
export interface Task {
  /** As it is opened and reported. */
  readonly file: string;
  readonly target: Target;
  readonly now: Date;
  readonly limits: { readonly iterations: number; readonly fileBytes: number };
  readonly isDebug: boolean;
}

/** What is another in the main thread and in a worker. */
export interface Surroundings {
  /** Gives the password; called once the file could be read, and only where it brings none along. */
  readonly readPassword: () => Promise<string>;
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly signal?: AbortSignal;
  /** Default: the runtime's own. */
  readonly provider?: CryptoProvider;
  /** Default: every file is read beside the thread. */
  readonly readAtOnce?: ReadInputOptions["readAtOnce"];
}

const PASSWORD_RULES: ReadonlySet<string> = new Set(["wrong-password", "password-needed"]);

/**
 * Examines one path. Whatever is wrong with it is in the outcome, a defect of this program too, so that the paths after it
 * are examined as well.
 * @throws whatever `readPassword` throws, and the reason of `signal` when it is aborted
 */
export async function examine(
  task: Task,
  { readPassword, stdin, readAtOnce, signal, provider }: Surroundings,
): Promise<Examined> {
  const { file, target, now, limits, isDebug } = task;
  let input: ReadInput;
  try {
    input = await readInput(file, limits.fileBytes, { stdin, readAtOnce });
  } catch (error) {
    return error instanceof PathError ? unreadable(task, error) : failed(task, error);
  }
  const isPasswordGiven = input.isWhole && input.ownPassword === undefined;
  const password = isPasswordGiven ? await readPassword() : "";
  try {
    const opened = await openInput(input, password, {
      now,
      limits,
      ...(signal && { signal }),
      ...(provider && { provider }),
    });
    const report = toReport(opened, { file, target, now });
    return {
      outcome: { kind: "report", report },
      notes: isDebug ? formatTroubles(opened) : "",
      isPasswordDoubted: isPasswordGiven && report.findings.some(({ id }) => PASSWORD_RULES.has(id)),
    };
  } catch (error) {
    signal?.throwIfAborted();
    return failed(task, error);
  }
}
