/** Runs the built command line as users do: `dist/node/bin/main.js` in a process of its own. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** The bin of the package; `npm run build` makes it. */
export const MAIN = resolve(root, "dist/node/bin/main.js");

/** Password of the common vectors. */
export const PASSWORD = "graph-certkit";

/** Path of one of this project's own vectors. */
export function vector(name: string): string {
  return resolve(root, "test/vectors/pkcs12", `${name}.p12`);
}

/** How a process ended and what it wrote. */
export interface Ran {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a process is given beside its arguments. */
export interface RunOptions {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Runs as this user, where the test itself runs as root. */
  readonly uid?: number;
}

/** Runs a program to its end. Its standard input is empty unless given, and no terminal. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { stdin = "", env = {}, cwd = root, uid } = options;
  const child = spawn(program, args, {
    cwd,
    env: { ...inherited(), ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  child.stdin.on("error", () => {}); // the program may end before it has read everything
  child.stdin.end(stdin);
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (status, signal) => done({ status, signal, stdout, stderr }));
  });
}

/** Runs the command line. */
export function runMain(args: readonly string[], options?: RunOptions): Promise<Ran> {
  if (!existsSync(MAIN)) throw new Error(`${MAIN} is not there: npm run build makes it`);
  return run(process.execPath, [MAIN, ...args], options);
}

/** What processes need to start; nothing that decides about colours. */
function inherited(): Record<string, string> {
  const names = ["PATH", "SystemRoot", "TMPDIR", "TEMP", "TMP"];
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}
