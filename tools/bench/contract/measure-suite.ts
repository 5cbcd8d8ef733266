/** How long the suite takes on a mock in process. */
import { resolve } from "node:path";
import { takeTurns } from "../command-line/take-turns.js";
import type { Row } from "../row.js";
import type { Workbench } from "../workbench.js";
import type { ContractJob, SuiteRun } from "./job.js";
import { SEQUENCES, WHOLE_SUITE } from "./job.js";
import { runJob } from "./run-job.js";

const ROUNDS = 3;

/** Half of the sequences are of connectors, half of servicePrincipals. */
const SEQUENCE_SCENARIOS = ["connector-sequences", "principal-sequences"];

/** Milliseconds of a run, without the start of the process and its first keys. */
export async function measureSuite(bench: Workbench): Promise<readonly Row[]> {
  const dist = resolve(bench.entry, "..");
  const run = (job: Omit<Extract<ContractJob, { kind: "run" }>, "kind" | "dist">) => async (): Promise<number> => {
    const { ms, failures } = JSON.parse(await runJob({ kind: "run", dist, ...job }, bench)) as SuiteRun;
    if (failures.length > 0) throw new Error(`a sound mock fails: ${failures.join(", ")}`);
    return ms;
  };
  const runs = {
    [SEQUENCES]: run({ scenarios: SEQUENCE_SCENARIOS, draws: 500 }),
    [WHOLE_SUITE]: run({ draws: 20 }),
  };
  return await takeTurns(runs, bench.rounds ?? ROUNDS, { warmUp: false });
}
