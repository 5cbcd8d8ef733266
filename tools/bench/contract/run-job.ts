/** Gives a job to a process of its own, in which nothing of the job before it is left. */
import { resolve } from "node:path";
import { buildProcess } from "../build-process.js";
import { CannotMeasureError } from "../cannot-measure-error.js";
import { PASSWORD_ENVIRONMENT } from "../make-files.js";
import { runProcess } from "../run-process.js";
import type { Workbench } from "../workbench.js";
import type { ContractJob } from "./job.js";

const PROCESS = resolve(import.meta.dirname, "contract-process.ts");

/** @returns what the process printed */
export async function runJob(job: ContractJob, { inside, signal }: Workbench): Promise<string> {
  const args = ["--expose-gc", await buildProcess(PROCESS, inside), JSON.stringify(job)];
  const { status, stdout, stderr } = await runProcess(process.execPath, args, { env: PASSWORD_ENVIRONMENT, signal });
  if (status !== 0) throw new CannotMeasureError(`node --expose-gc: exit ${status}\n${stderr.trim()}`);
  return stdout;
}
