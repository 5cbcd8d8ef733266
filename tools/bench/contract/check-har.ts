/** Checks a HAR and tells how long it took and how much was alive meanwhile. */
import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type * as contract from "../../../src/contract/index.js";
import type { ContractJob, HarCheck } from "./job.js";

/** Entries between two looks at the heap. */
const STRIDE = 250;

/** Needs `--expose-gc` where the heap is watched. */
export async function checkHar({
  dist,
  path,
  watchesHeap,
}: Extract<ContractJob, { kind: "check" }>): Promise<HarCheck> {
  const { checkTraffic, readHar } = (await import(
    pathToFileURL(resolve(dist, "contract/index.js")).href
  )) as typeof contract;
  let heapBytes = 0;
  let entries = 0;
  const watched = async function* (): AsyncGenerator<contract.Exchange> {
    for await (const exchange of readHar(createReadStream(path))) {
      entries += 1;
      if (watchesHeap && entries % STRIDE === 0) {
        globalThis.gc?.();
        heapBytes = Math.max(heapBytes, process.memoryUsage().heapUsed);
      }
      yield exchange;
    }
  };
  const failures: string[] = [];
  const start = performance.now();
  for await (const { status, rule, pointer } of checkTraffic(watched(), { now: new Date() })) {
    if (status === "fail") failures.push(`${rule} ${pointer}`);
  }
  return { ms: performance.now() - start, heapBytes, entries, failures };
}
