/** How quick the mock answers: in process, among many objects, over http beside Prism. */
import { resolve } from "node:path";
import { buildProcess } from "../build-process.js";
import { CannotMeasureError } from "../cannot-measure-error.js";
import { PASSWORD_ENVIRONMENT } from "../make-files.js";
import type { Row } from "../row.js";
import { runProcess } from "../run-process.js";
import type { Workbench } from "../workbench.js";
import type { Mocking, MockingJob, MockingResult } from "./job.js";
import { OURS, PRISM, UPLOAD_3DES, UPLOAD_AES } from "./job.js";
import type { Server } from "./servers.js";
import { startOurs, startPrism } from "./servers.js";

const PROCESS = resolve(import.meta.dirname, "measuring-process.ts");

/** Measures a mock in a process of its own. */
export async function measureMocking(
  kind: "get" | "many-get" | "many-list",
  bench: Workbench,
): Promise<readonly Row[]> {
  return await runJob({ kind }, bench);
}

/** The same for uploads of files with 2,048 iterations. */
export async function measureUploads(bench: Workbench): Promise<readonly Row[]> {
  const [des, aes] = [
    await bench.makeFile({ protection: "3des", iterations: 2_048 }),
    await bench.makeFile({ protection: "aes", iterations: 2_048 }),
  ];
  return await runJob({ kind: "upload", files: { [UPLOAD_3DES]: des.path, [UPLOAD_AES]: aes.path } }, bench);
}

/** Both servers, in turns of a thousand requests each. Where there is no Prism, its row says why. */
export async function measureHttp(method: "GET" | "POST", bench: Workbench): Promise<readonly Row[]> {
  const started: Server[] = [];
  const servers: Record<string, string> = {};
  const missing: Row[] = [];
  try {
    for (const [name, start] of [[OURS, startOurs] as const, [PRISM, startPrism] as const]) {
      try {
        const server = await start(bench);
        started.push(server);
        servers[name] = server.root;
      } catch (error) {
        if (bench.signal.aborted || name === OURS) throw error;
        missing.push({ name, failure: error instanceof Error ? error.message : String(error) });
      }
    }
    return [...(await runJob({ kind: "http", method, servers }, bench)), ...missing];
  } finally {
    for (const { stop } of started) await stop();
  }
}

async function runJob(mocking: Mocking, bench: Workbench): Promise<readonly Row[]> {
  const { rounds, signal, inside } = bench;
  const entry = resolve(bench.entry, "../mock/index.js");
  const job: MockingJob = { entry, mocking, ...(rounds === undefined ? {} : { rounds }) };
  const args = ["--expose-gc", await buildProcess(PROCESS, inside), JSON.stringify(job)];
  const { status, stdout, stderr } = await runProcess(process.execPath, args, { env: PASSWORD_ENVIRONMENT, signal });
  if (status !== 0) throw new CannotMeasureError(`node --expose-gc: exit ${status}\n${stderr.trim()}`);
  return JSON.parse(stdout) as MockingResult;
}
