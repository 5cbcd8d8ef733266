/** What a second worker is worth on a folder of a thousand files. */
import type { Row } from "../row.js";
import type { Workbench } from "../workbench.js";
import { makeFolder } from "./file-folder.js";
import { runFolder } from "./run-folder.js";
import { takeTurns } from "./take-turns.js";

/** Names of the rows. */
export const ONE_JOB = "--jobs 1";
export const TWO_JOBS = "--jobs 2";

const FILES = 1_000;
const ROUNDS = 3;

/** Measures the whole run over files of these iteration counts with one worker and with two, in turns. */
export async function measureFolder(counts: readonly number[], bench: Workbench): Promise<readonly Row[]> {
  const folder = await makeFolder(FILES, counts, bench);
  const run = (jobs: number) => async (): Promise<number> => (await runFolder(folder, jobs, bench)).ms;
  return takeTurns({ [ONE_JOB]: run(1), [TWO_JOBS]: run(2) }, bench.rounds ?? ROUNDS, { warmUp: false });
}
