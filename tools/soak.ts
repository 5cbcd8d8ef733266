/**
 * Many mixed requests to one mock (`npm run mock:soak -- [--requests 200000] [--seed 1]`): memory must stay flat and
 * nothing get lost. Objects are made, changed, read and deleted, about as many made as deleted; what must be there is counted
 * beside the mock. Runs itself again with `--expose-gc`. Exit code: 0 sound, 1 not, 2 a wrong call.
 */
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { soak } from "./soak/soak.js";

/** What the heap may grow from the first quarter to the end. */
const MOST_GROWTH = 1.2;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { requests: { type: "string", default: "20000" }, seed: { type: "string", default: "1" } },
  });
  const [requests, seed] = [Number(values.requests), Number(values.seed)];
  if (!Number.isSafeInteger(requests) || requests < 1_000 || !Number.isSafeInteger(seed)) {
    console.error("mock:soak: --requests is a whole number of at least 1000, --seed a whole number");
    return 2;
  }
  const { heaps, counts, differences, ms } = await soak({ requests, seed });
  const perSecond = Math.round((requests / ms) * 1000);
  console.log(`mock:soak: ${requests} requests, seed ${seed}, ${(ms / 1000).toFixed(1)} s, ${perSecond} a second`);
  for (const [kind, count] of Object.entries(counts)) console.log(`  ${kind}: ${count}`);
  const inMegabytes = heaps.map((bytes) => (bytes / 1_000_000).toFixed(1)).join(", ");
  const growth = (heaps.at(-1) ?? 0) / (heaps[0] ?? 1);
  console.log(
    `heap at a quarter, the half, the end: ${inMegabytes} MB, ${growth.toFixed(2)} times (bound ${MOST_GROWTH})`,
  );
  for (const difference of differences) console.error(`lost: ${difference}`);
  console.log(differences.length === 0 ? "nothing was lost" : `${differences.length} differences`);
  return differences.length === 0 && growth <= MOST_GROWTH ? 0 : 1;
}

if (globalThis.gc === undefined) {
  const args = [...process.execArgv, "--expose-gc", ...process.argv.slice(1)];
  process.exitCode = spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 1;
} else {
  process.exitCode = await main();
}
