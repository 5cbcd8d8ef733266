import { describe, expect, it } from "vitest";
import { startPacer } from "../../../src/crypto/pace.js";
import { PROMPT_MS, TIMED, watchAbort } from "./abort.js";

/** Keeps the thread busy. */
function spin(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

/** Whether a macrotask ran before the promise was settled. */
async function letsTasksRun(work: () => Promise<unknown>): Promise<boolean> {
  let ran = false;
  const timer = setTimeout(() => {
    ran = true;
  }, 0);
  await work();
  clearTimeout(timer);
  return ran;
}

describe("startPacer", () => {
  it("hands out all rounds, in portions", async () => {
    const portions: number[] = [];
    const pacer = await startPacer(1000, undefined);
    await pacer.run(1100, (rounds) => portions.push(rounds));
    await pacer.run(7, (rounds) => portions.push(rounds), 3);
    await pacer.run(0, (rounds) => portions.push(rounds));
    expect(portions).toEqual([512, 512, 76, 3, 3, 1]);
  });

  it("does short work without letting go of the thread", async () => {
    expect(
      await letsTasksRun(async () => {
        const pacer = await startPacer(2048, undefined);
        await pacer.run(2048, () => {});
      }),
    ).toBe(false);
  });

  it("lets go of the thread before long work", async () => {
    expect(await letsTasksRun(() => startPacer(100_000, undefined))).toBe(true);
  });

  it("lets go of the thread within work that takes long, over several runs too", async () => {
    const pacer = await startPacer(1, undefined);
    expect(
      await letsTasksRun(async () => {
        for (let i = 0; i < 6; i++) await pacer.run(1, () => spin(10));
      }),
    ).toBe(true);
  });

  it("rejects with the reason of a signal that is aborted before or meanwhile", TIMED, async () => {
    const reason = new Error("no longer wanted");
    await expect(startPacer(1, AbortSignal.abort(reason))).rejects.toBe(reason);
    const observed = await watchAbort(async (signal) => {
      const pacer = await startPacer(1, signal);
      await pacer.run(1_000_000, () => spin(1));
    }, reason);
    expect(observed.reason).toBe(reason);
    expect(observed.lagMs).toBeLessThan(PROMPT_MS);
  });
});
