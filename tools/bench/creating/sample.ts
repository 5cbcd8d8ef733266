/** Creators checked, then measured in turns. */
import { X509Certificate } from "node:crypto";
import type { Row } from "../row.js";
import { planRounds } from "../schedule.js";
import { summarize } from "../statistics.js";
import type { Created, Creator } from "./creator.js";
import { COMMON_NAME } from "./creator.js";

/** A creator and how often it is measured. */
export interface Turn {
  readonly creator: Creator;
  readonly count: number;
}

/** How long a key takes is chance: the medians need many. Two creations of each fill the caches and are not counted. */
const WARM_UP = 2;

/** Measures each creator; one that fails, or makes something else than it was asked for, is told as such. */
export async function sampleCreators(turns: readonly Turn[]): Promise<readonly Row[]> {
  const failures = new Map<string, string>();
  for (const { creator } of turns) {
    try {
      for (let left = WARM_UP; left > 0; left--) verify(await creator.create());
    } catch (error) {
      failures.set(creator.name, `fails: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const able = turns.filter(({ creator }) => !failures.has(creator.name));
  const measurements = new Map(able.map(({ creator }): [string, number[]] => [creator.name, []]));
  for (const round of planRounds(new Map(able.map(({ creator, count }) => [creator.name, count])))) {
    for (const { creator } of able.filter((it) => round.includes(it.creator.name))) {
      measurements.get(creator.name)?.push(await time(creator.create));
    }
  }
  return turns.map(({ creator: { name } }) => {
    const failure = failures.get(name);
    return failure === undefined ? { name, spread: summarize(measurements.get(name) ?? []) } : { name, failure };
  });
}

/** Milliseconds that the work takes. */
export async function time(work: () => Promise<unknown>): Promise<number> {
  globalThis.gc?.({ type: "minor" });
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** @throws Error where a certificate is there and is not the one that was asked for */
export function verify({ certificate }: Created): void {
  if (certificate === undefined) return;
  const found = new X509Certificate(certificate);
  if (found.subject !== `CN=${COMMON_NAME}`) throw new Error(`made a certificate for ${found.subject}`);
  if (!found.verify(found.publicKey)) throw new Error("made a certificate whose signature does not verify");
}
