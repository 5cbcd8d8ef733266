/**
 * Drives the mock and a model that was written apart from it by random sequences of requests, and stops where they differ:
 * `npm run mock:model -- [--runs 5000] [--seed N] [--path P] [--replay-path P]`. The last three replay what a failure
 * printed. Exit code: 0 no difference, 1 a difference, 2 a wrong call.
 */
import { parseArgs } from "node:util";
import fc from "fast-check";
import { makeSamples } from "./mock-model/samples.js";
import { sequences } from "./mock-model/sequences.js";

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      runs: { type: "string", default: "5000" },
      seed: { type: "string" },
      path: { type: "string" },
      "replay-path": { type: "string" },
    },
  });
  const seed = Number(values.seed ?? Date.now() & 0x7fffffff);
  const numRuns = Number(values.runs);
  if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(numRuns) || numRuns < 1) {
    console.error("mock-model: --seed and --runs are whole numbers");
    process.exitCode = 2;
    return;
  }
  console.log(`mock-model: ${numRuns} sequences, seed ${seed}`);
  const { path, "replay-path": replayPath } = values;
  const start = performance.now();
  const property = sequences(await makeSamples(), replayPath === undefined ? {} : { replayPath });
  const details = await fc.check(property, { seed, numRuns, ...(path === undefined ? {} : { path }) });
  if (details.failed) {
    console.error(fc.defaultReportMessage(details));
    console.error(details.errorInstance);
    process.exitCode = 1;
    return;
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`mock-model: no difference in ${details.numRuns} sequences, ${seconds} s`);
}

await main();
