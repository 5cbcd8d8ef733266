/** Vitest in a process of its own: what a suite tells its user. */
import { spawn } from "node:child_process";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** How it ended, and all that it printed, without colours. */
export interface VitestRun {
  readonly status: number | null;
  readonly printed: string;
}

/**
 * @param variables - beside the environment at hand, of which neither CI nor anything about a tenant is taken over
 * @param interruptAt - once it says so, all of its processes are sent SIGINT, as a terminal does on Ctrl-C
 */
export function runVitest(
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
  interruptAt?: () => boolean,
): Promise<VitestRun> {
  const vitest = resolve(root, "node_modules/vitest/vitest.mjs");
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith("GRAPH_") && name !== "CI");
  const env = { ...Object.fromEntries(others), NO_COLOR: "1", FORCE_COLOR: "0", ...variables };
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, [vitest, "run", ...args], {
      cwd: root,
      env,
      detached: interruptAt !== undefined,
    });
    const watch = setInterval(() => {
      if (interruptAt?.() !== true || child.pid === undefined) return;
      clearInterval(watch);
      // A group of its own.
      process.kill(-child.pid, "SIGINT");
    }, 50);
    let printed = "";
    const keep = (chunk: Buffer): void => {
      printed += chunk.toString();
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", fail);
    child.on("close", (status) => {
      clearInterval(watch);
      settle({ status, printed });
    });
  });
}
