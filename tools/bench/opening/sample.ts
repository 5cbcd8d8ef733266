/** Contenders tried, warmed up, and measured in turns. */
import { setImmediate } from "node:timers/promises";
import type { Row } from "../row.js";
import type { Budget } from "../schedule.js";
import { planRounds, roundsWithin } from "../schedule.js";
import { summarize } from "../statistics.js";
import type { Contender } from "./contender.js";

/** What everybody opens, and what must come of it. */
export interface Task {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly password: string;
  readonly thumbprint: string;
}

/** Three seconds of each, at most 120 openings and at least three. */
const BUDGET: Budget = { ms: 3_000, min: 3, max: 120 };

/** Until code is compiled and caches are filled; a contender that takes longer for one opening is warm after it. */
const WARM_UP: Budget = { ms: 600, min: 0, max: 60 };

/**
 * Measures each contender; one that does not open the file, or finds something else in it, is told as such.
 * @param rounds - measurements of each; default: as many as fit a budget of time
 */
export async function sampleAll(
  contenders: readonly Contender[],
  task: Task,
  rounds: number | undefined,
): Promise<readonly Row[]> {
  const failures = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const contender of contenders) {
    try {
      const estimate = await warmUp(contender, task, await verify(contender, task));
      counts.set(contender.name, rounds ?? roundsWithin(estimate, BUDGET));
    } catch (error) {
      failures.set(contender.name, `cannot open it: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const measurements = new Map([...counts.keys()].map((name): [string, number[]] => [name, []]));
  for (const round of planRounds(counts)) {
    for (const contender of contenders.filter(({ name }) => round.includes(name))) {
      measurements.get(contender.name)?.push(await time(contender, task));
    }
  }
  return contenders.map(({ name }) => {
    const failure = failures.get(name);
    return failure === undefined ? { name, spread: summarize(measurements.get(name) ?? []) } : { name, failure };
  });
}

/** Returns how long the opening took. Whoever shows no certificate must at least tell the password from a wrong one. */
async function verify({ open }: Contender, { bytes, password, thumbprint }: Task): Promise<number> {
  const start = performance.now();
  const opening = await open(bytes, password);
  const ms = performance.now() - start;
  if (!opening.hasPrivateKey) throw new Error("finds no private key");
  if (opening.thumbprint !== undefined && opening.thumbprint !== thumbprint)
    throw new Error("finds another certificate");
  if (opening.thumbprint === undefined && (await opens(() => open(bytes, `${password}?`)))) {
    throw new Error("opens it with a wrong password");
  }
  return ms;
}

async function opens(work: () => unknown): Promise<boolean> {
  try {
    await work();
    return true;
  } catch {
    return false;
  }
}

/** Opens the file until it goes at full speed; returns how long one opening takes then, roughly. */
async function warmUp(contender: Contender, task: Task, firstMs: number): Promise<number> {
  let latest = firstMs;
  for (let left = roundsWithin(firstMs, WARM_UP); left > 0; left--) latest = await time(contender, task);
  return latest;
}

/** One opening in milliseconds. What others have left, garbage and callbacks, is cleared away before the clock starts. */
async function time({ open }: Contender, { bytes, password }: Task): Promise<number> {
  await setImmediate();
  globalThis.gc?.({ type: "minor" });
  const start = performance.now();
  await open(bytes, password);
  return performance.now() - start;
}
