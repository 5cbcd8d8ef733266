/** `graph-certkit mock` in a process of its own, and requests to it. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { onTestFinished } from "vitest";
import type { Received, RequestParts } from "../node/serve/requests.js";
import { send } from "../node/serve/requests.js";
import { MAIN } from "./run-main.js";

/** The line of `--json`. */
export interface Ready {
  readonly url: string;
  readonly graphRoot: string;
  readonly host: string;
  readonly port: number;
  readonly pid: number;
  readonly caFile: string | null;
  readonly stateFile: string | null;
  readonly seed: number | null;
  readonly cloud: string;
}

/** A mock that listens; it is killed when the test is over. */
export interface Mock {
  readonly ready: Ready;
  /** @param path - after the service root */
  readonly send: (method: string, path: string, body?: unknown) => Promise<Received>;
  readonly end: (signal: NodeJS.Signals) => Promise<Ended>;
}

/** How it ended, and all that it wrote. */
export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts a mock on a free port with `--json`. */
export async function startMock(...args: readonly string[]): Promise<Mock> {
  const child = spawn(process.execPath, [MAIN, "mock", "--port", "0", "--json", ...args]);
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  let stdout = "";
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on("close", (status, signal) => resolve({ status, signal, stdout, stderr }));
  });
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      if (stdout.includes("\n")) resolve(stdout);
    });
    void ended.then(() => reject(new Error(`it ended before it listened: ${stderr}`)));
  });
  const ready = JSON.parse(line) as Ready;
  const ca = ready.caFile === null ? {} : { ca: readFileSync(ready.caFile, "utf8") };
  return {
    ready,
    send: (method, path, body) => send(`${ready.graphRoot}${path}`, { ...toParts(method, body), ...ca }),
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

function toParts(method: string, body: unknown): RequestParts {
  const headers = { authorization: "Bearer test-token", "content-type": "application/json" };
  return { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
}

/** A connector's body. */
export const CONNECTOR = {
  displayName: "Approval",
  targetUrl: "https://api.example/approve",
  authenticationConfiguration: {
    "@odata.type": "#microsoft.graph.basicAuthentication",
    username: "user",
    password: "connector-password",
  },
};

/** The body of an answer. */
export function json(received: Received): Record<string, unknown> {
  return JSON.parse(received.body) as Record<string, unknown>;
}

/** What is there, by name. */
export async function namesIn(mock: Mock): Promise<readonly string[]> {
  const lists = await Promise.all(
    ["/identity/apiConnectors", "/applications", "/servicePrincipals"].map((path) => mock.send("GET", path)),
  );
  return lists.flatMap((list) =>
    (json(list)["value"] as readonly { readonly displayName: string }[]).map(({ displayName }) => displayName),
  );
}

/** Waits until somebody has made something. @param before - how many things were there already */
export async function untilMade(mock: Mock, before = 0): Promise<void> {
  while ((await namesIn(mock)).length <= before) await setTimeout(50);
}
