/** `graph-certkit mock` in a process of its own, to be killed. */
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";

/** A mock that listens. */
export interface MockProcess {
  /** Service root, without a slash at the end. */
  readonly graphRoot: string;
  /** Kills it as `kill -9` does; settles when it is gone. */
  readonly kill: () => Promise<void>;
}

/**
 * Starts a mock on a free port and waits for its ready line.
 * @param main - path of the command line's entry
 * @throws with what it wrote to standard error where it ends before that
 */
export async function startMock(main: string, args: readonly string[]): Promise<MockProcess> {
  const child = spawn(process.execPath, [main, "mock", "--port", "0", "--json", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const { graphRoot } = JSON.parse(await firstLine(child)) as { readonly graphRoot: string };
  return {
    graphRoot,
    kill: async () => {
      child.kill("SIGKILL");
      await gone;
    },
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let stdout = "";
    let stderr = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      if (stdout.includes("\n")) resolve(stdout.slice(0, stdout.indexOf("\n")));
    });
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.once("error", reject);
    child.once("close", () => reject(new Error(`the mock ended before it listened: ${stderr}`)));
  });
}
