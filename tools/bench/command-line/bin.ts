/** The built command line run as users run it, the password in the environment. */
import { PASSWORD_ENVIRONMENT, PASSWORD_VARIABLE } from "../make-files.js";
import type { ProcessResult } from "../run-process.js";
import { runProcess } from "../run-process.js";
import type { Workbench } from "../workbench.js";

/** One run of `graph-certkit preflight`. */
export interface BinRun {
  readonly args: readonly string[];
  /** Arguments of node. */
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly outputPath?: string;
}

/**
 * Runs it.
 * @throws {Error} where it ends otherwise than with verdicts: then its time says nothing
 */
export async function runBin({ args, flags = [], env, outputPath }: BinRun, bench: Workbench): Promise<ProcessResult> {
  const all = [...flags, bench.bin, "preflight", ...args, "--passin", `env:${PASSWORD_VARIABLE}`];
  const result = await runProcess(process.execPath, all, {
    env: { ...PASSWORD_ENVIRONMENT, ...env },
    signal: bench.signal,
    ...(outputPath === undefined ? {} : { outputPath }),
  });
  if (result.status === 0 || result.status === 1) return result;
  throw new Error(`preflight ${args.join(" ")}: exit ${result.status}, ${result.stderr.trim().replaceAll("\n", " ")}`);
}
