/** The most memory that a run over many files has at any time, its workers included. */
import { resolve } from "node:path";
import type { Row } from "../row.js";
import type { Workbench } from "../workbench.js";
import type { FileFolder } from "./file-folder.js";
import { makeFolder } from "./file-folder.js";
import { recordPeak } from "./record-peak.js";
import { runFolder } from "./run-folder.js";
import { takeTurns } from "./take-turns.js";

/** Names of the rows. */
export const FEW_FILES = "1,000 files, --jobs 2";
export const MANY_FILES = "4,000 files, --jobs 2";
/** The engine lets its heaps grow for the first thousands: what grows with the count would go on growing here. */
export const MOST_FILES = "12,000 files, --jobs 2";

const JOBS = 2;
const ROUNDS = 2;
/** Iterations take time, not memory. */
const QUICK: readonly number[] = [2048];

/** Measures runs over a thousand, four thousand and twelve thousand files in turns, in bytes. */
export async function measureMemory(bench: Workbench): Promise<readonly Row[]> {
  const { flags, env, read } = recordPeak(resolve(bench.scratch, "peak.txt"));
  const run = (folder: FileFolder) => async (): Promise<number> => {
    await runFolder(folder, JOBS, bench, { flags, env });
    return read();
  };
  const runs = {
    [FEW_FILES]: run(await makeFolder(1_000, QUICK, bench)),
    [MANY_FILES]: run(await makeFolder(4_000, QUICK, bench)),
    [MOST_FILES]: run(await makeFolder(12_000, QUICK, bench)),
  };
  return takeTurns(runs, bench.rounds ?? ROUNDS, { warmUp: false });
}
