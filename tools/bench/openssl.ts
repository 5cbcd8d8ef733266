/** The openssl command, which makes the files that everybody opens. */
import { CannotMeasureError } from "./cannot-measure-error.js";
import { runProcess } from "./run-process.js";

/** Runs the command in a folder. */
export interface Openssl {
  /** What `openssl version` says. */
  readonly version: string;
  /** @throws {CannotMeasureError} where it fails, with its own words */
  readonly run: (args: readonly string[], cwd: string, env?: Readonly<Record<string, string>>) => Promise<void>;
}

/**
 * Finds the command on the path.
 * @param program - where it is looked for
 * @throws {CannotMeasureError} where there is none, or one that cannot make the files (LibreSSL, OpenSSL before 3.0)
 */
export async function findOpenssl(signal: AbortSignal, program = "openssl"): Promise<Openssl> {
  const version = await versionOf(program, signal);
  if (!/^OpenSSL [3-9]\./.test(version)) {
    throw new CannotMeasureError(`the bench makes its files with OpenSSL 3 or later; ${program} is ${version}`);
  }
  return {
    version,
    run: async (args, cwd, env = {}) => {
      const { status, stderr } = await runProcess(program, args, { cwd, env, signal });
      if (status === 0) return;
      throw new CannotMeasureError(`openssl ${args.join(" ")}: exit ${status}\n${stderr.trim()}`);
    },
  };
}

async function versionOf(program: string, signal: AbortSignal): Promise<string> {
  try {
    const { stdout } = await runProcess(program, ["version"], { signal });
    return stdout.replace(/\(.*/s, "").trim(); // OpenSSL 3 repeats itself in brackets
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    throw new CannotMeasureError(
      "the bench makes its files with the openssl command, which is not on the PATH of this machine",
    );
  }
}
