/** Time that a token signing certificate takes to make. */
import { resolve } from "node:path";
import { buildProcess } from "../build-process.js";
import { CannotMeasureError } from "../cannot-measure-error.js";
import type { Row } from "../row.js";
import { runProcess } from "../run-process.js";
import type { Workbench } from "../workbench.js";
import type { CreatingJob, CreatingResult, Creation } from "./job.js";

const PROCESS = resolve(import.meta.dirname, "measuring-process.ts");

/** Measures in a process of its own. */
export async function measureCreating(creation: Creation, bench: Workbench): Promise<readonly Row[]> {
  const { entry, rounds, signal, inside } = bench;
  const job: CreatingJob = { entry, creation, ...(rounds === undefined ? {} : { rounds }) };
  const args = ["--expose-gc", await buildProcess(PROCESS, inside), JSON.stringify(job)];
  const { status, stdout, stderr } = await runProcess(process.execPath, args, { signal });
  if (status !== 0) throw new CannotMeasureError(`node --expose-gc: exit ${status}\n${stderr.trim()}`);
  return JSON.parse(stdout) as CreatingResult;
}
