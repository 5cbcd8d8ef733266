/** How long it takes to check recorded traffic, and how much memory. */
import { resolve } from "node:path";
import { takeTurns } from "../command-line/take-turns.js";
import type { Row } from "../row.js";
import type { Workbench } from "../workbench.js";
import type { HarCheck } from "./job.js";
import { FEW_ENTRIES, MANY_ENTRIES } from "./job.js";
import { runJob } from "./run-job.js";

const ROUNDS = 3;

/** Milliseconds from opening the file to the last result, or bytes alive on the heap at most, of two files in turns. */
export async function measureHar(what: "ms" | "bytes", bench: Workbench): Promise<readonly Row[]> {
  const files = [
    (await bench.makeFile({ protection: "3des", iterations: 2_048 })).path,
    (await bench.makeFile({ protection: "aes", iterations: 2_048 })).path,
  ];
  const dist = resolve(bench.entry, "..");
  const run = async (entries: number): Promise<() => Promise<number>> => {
    const path = resolve(bench.scratch, `${entries}.har`);
    await runJob({ kind: "make", dist, path, entries, files }, bench);
    return async () => {
      const text = await runJob({ kind: "check", dist, path, watchesHeap: what === "bytes" }, bench);
      const check = JSON.parse(text) as HarCheck;
      if (check.entries !== entries || check.failures.length > 0) {
        throw new Error(`${check.entries} entries, ${check.failures.join(", ")}`);
      }
      return what === "ms" ? check.ms : check.heapBytes;
    };
  };
  const runs = { [FEW_ENTRIES]: await run(1_000), [MANY_ENTRIES]: await run(10_000) };
  return await takeTurns(runs, bench.rounds ?? ROUNDS, { warmUp: false });
}
