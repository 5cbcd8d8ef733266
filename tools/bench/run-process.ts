/** One program run to its end, timed by the clock on the wall. */
import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";

/** What a process is given beside its arguments. */
export interface ProcessOptions {
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** File to write its output to: read by nobody meanwhile, so that reading takes no processor from it. */
  readonly outputPath?: string;
  readonly signal: AbortSignal;
}

/** How it went. */
export interface ProcessResult {
  readonly status: number | null;
  /** From the start to the end of the process. */
  readonly ms: number;
  /** Empty with `outputPath`. */
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program with empty standard input. What it returns is for the caller to judge.
 * @throws the system's error where it cannot be started
 * @throws an AbortError when the signal is aborted; the process is ended
 */
export async function runProcess(
  program: string,
  args: readonly string[],
  { env, cwd, outputPath, signal }: ProcessOptions,
): Promise<ProcessResult> {
  signal.throwIfAborted();
  const output = outputPath === undefined ? undefined : openSync(outputPath, "w");
  try {
    const start = performance.now();
    const child = spawn(program, args, {
      env: { ...process.env, ...env },
      ...(cwd === undefined ? {} : { cwd }),
      stdio: ["ignore", output ?? "pipe", "pipe"],
      signal,
    });
    let ms = 0;
    let stdout = "";
    let stderr = "";
    child.on("exit", () => {
      ms = performance.now() - start;
    });
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    const status = await new Promise<number | null>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", resolve);
    });
    return { status, ms, stdout, stderr };
  } finally {
    if (output !== undefined) closeSync(output);
  }
}
