/** Time that each contender takes to open one file. */
import { resolve } from "node:path";
import { buildProcess } from "../build-process.js";
import { CannotMeasureError } from "../cannot-measure-error.js";
import type { FileRequest } from "../make-files.js";
import { PASSWORD_ENVIRONMENT } from "../make-files.js";
import type { Row } from "../row.js";
import { runProcess } from "../run-process.js";
import type { Workbench } from "../workbench.js";
import type { Job, JobResult } from "./job.js";

const PROCESS = resolve(import.meta.dirname, "measuring-process.ts");

/** Node refuses RC2 without the first; all contenders run under the same flags. */
const FLAGS = ["--openssl-legacy-provider", "--expose-gc"];

/** Measures all contenders on the file, one after the other in a process of its own. */
export async function measureOpenings(request: FileRequest, bench: Workbench): Promise<readonly Row[]> {
  const { path, thumbprint } = await bench.makeFile(request);
  const { entry, rounds, signal } = bench;
  const job: Job = { entry, path, thumbprint, ...(rounds === undefined ? {} : { rounds }) };
  const args = [...FLAGS, await buildProcess(PROCESS, bench.inside), JSON.stringify(job)];
  const { status, stdout, stderr } = await runProcess(process.execPath, args, { env: PASSWORD_ENVIRONMENT, signal });
  if (status !== 0) throw new CannotMeasureError(`node ${FLAGS.join(" ")}: exit ${status}\n${stderr.trim()}`);
  return JSON.parse(stdout) as JobResult;
}
