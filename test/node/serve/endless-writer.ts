/**
 * Counts up in a state file, several changes at a time, and tells each number once it is kept, until it is killed:
 * `node --import tsx endless-writer.ts FILE`. The file is replaced every few changes.
 */
import { writeSync } from "node:fs";
import { openStateFile } from "../../../src/node/serve/state-file.js";

const file = await openStateFile(process.argv[2] ?? "", { leastCompactionBytes: 400 });
const { snapshot, changes } = file.loaded;
let last = Math.max(0, ...((changes as number[]) ?? []), Number(snapshot ?? 0));
await file.begin({ snapshot: () => last });

async function count(): Promise<never> {
  for (;;) {
    last += 1;
    const number = last;
    await file.append(number);
    writeSync(1, `${number}\n`);
  }
}

await Promise.all([count(), count(), count()]);
