import { describe, expect, it } from "vitest";
import { SYSTEM_CLOCK, sleep } from "../../../../src/contract/session/clock.js";

describe("sleep", () => {
  it("waits for a clock that is moved elsewhere", async () => {
    const moved: number[] = [];
    const advance = async (ms: number): Promise<void> => {
      await Promise.resolve();
      moved.push(ms);
    };
    await sleep({ now: () => 0, advance }, 5);
    expect(moved).toEqual([5]);
  });

  it("ends early where the signal is raised", async () => {
    const end = new AbortController();
    const asleep = sleep(SYSTEM_CLOCK, 600_000, end.signal);
    end.abort();
    await expect(asleep).resolves.toBeUndefined();
    await expect(sleep(SYSTEM_CLOCK, 600_000, end.signal)).resolves.toBeUndefined();
  });
});
