/** The servers that are measured: the built command line's mock, and Prism's on the same slice of the document. */
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { runProcess } from "../run-process.js";
import type { Workbench } from "../workbench.js";

/** The last whose packages say that they run on Node 20. */
const PRISM_PACKAGE = "@stoplight/prism-cli@5.14.2";

/** Variable with a folder in which Prism is installed already. */
const PRISM_VARIABLE = "GRAPH_CERTKIT_BENCH_PRISM";

/** A server that listens. */
export interface Server {
  /** Service root. */
  readonly root: string;
  readonly stop: () => Promise<void>;
}

/** `graph-certkit mock`. @throws where it does not start */
export async function startOurs({ bin, signal }: Workbench): Promise<Server> {
  const port = await freePort();
  const child = spawn(process.execPath, [bin, "mock", "--port", `${port}`], { stdio: "ignore", signal });
  return await whenListening(child, port, "/v1.0");
}

/** Prism's mock, silent, since it would otherwise log every request. @throws where it cannot be had or does not start */
export async function startPrism(bench: Workbench): Promise<Server> {
  const folder = process.env[PRISM_VARIABLE] ?? (await installPrism(bench));
  const program = resolve(folder, "node_modules/@stoplight/prism-cli/dist/index.js");
  if (!existsSync(program)) throw new Error(`there is no Prism in ${folder}`);
  const port = await freePort();
  const document = resolve(bench.root, "spec/graph.openapi.json");
  const args = [program, "mock", "-h", "127.0.0.1", "-p", `${port}`, "-v", "silent", document];
  return await whenListening(spawn(process.execPath, args, { stdio: "ignore", signal: bench.signal }), port, "");
}

async function installPrism({ scratch, signal }: Workbench): Promise<string> {
  const args = ["install", "--prefix", scratch, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"];
  const { status, stderr } = await runProcess("npm", [...args, PRISM_PACKAGE], { cwd: scratch, signal });
  if (status !== 0) throw new Error(`cannot be installed: npm exit ${status}, ${stderr.trim().split("\n").at(-1)}`);
  return scratch;
}

async function whenListening(child: ChildProcess, port: number, path: string): Promise<Server> {
  const gone = new Promise<void>((done) => {
    child.once("close", () => done());
    child.once("error", () => done());
  });
  const stop = async (): Promise<void> => {
    child.kill();
    await gone;
  };
  const origin = `http://127.0.0.1:${port}`;
  for (let left = 300; left > 0; left--) {
    if (child.exitCode !== null) throw new Error(`the server ended with exit code ${child.exitCode}`);
    // Any answer will do.
    if (
      await globalThis.fetch(origin).then(
        () => true,
        () => false,
      )
    )
      return { root: `${origin}${path}`, stop };
    await setTimeout(100);
  }
  await stop();
  throw new Error("the server did not listen within 30 seconds");
}

function freePort(): Promise<number> {
  return new Promise((done, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
