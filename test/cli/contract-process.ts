/** `graph-certkit contract run` in a process that can be interrupted, and tokens for it. */
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { onTestFinished } from "vitest";
import type { Ran, RunOptions } from "./run-main.js";
import { MAIN } from "./run-main.js";

/** A process that runs. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ran>;
  /** Settles when standard error or standard output holds the text. */
  readonly says: (text: string) => Promise<void>;
}

/** Starts the command; it is killed when the test is over. */
export function startRun(args: readonly string[], { env = {}, cwd }: RunOptions = {}): Running {
  const inherited = { PATH: process.env["PATH"] ?? "" };
  const child = spawn(process.execPath, [MAIN, "contract", "run", ...args], { env: { ...inherited, ...env }, cwd });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  let stdout = "";
  let stderr = "";
  let heard = (): void => {};
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    heard();
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
    heard();
  });
  return {
    child,
    ended: new Promise((resolve) => {
      child.on("close", (status, signal) => resolve({ status, signal, stdout, stderr }));
    }),
    says: (text) =>
      new Promise((resolve) => {
        heard = () => {
          if (stdout.includes(text) || stderr.includes(text)) resolve();
        };
        heard();
      }),
  };
}

/** A token of the tenant that nobody signed; mocks do not ask. */
export function tokenOf(tenantId: string): string {
  const roles = ["APIConnectors.ReadWrite.All", "Application.ReadWrite.All"];
  const exp = Math.floor(Date.now() / 1000) + 3600;
  const claims = { tid: tenantId, aud: "https://graph.microsoft.com", exp, roles };
  return [{ alg: "none" }, claims, {}].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
}
