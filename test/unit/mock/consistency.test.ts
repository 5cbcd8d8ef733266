import { describe, expect, it } from "vitest";
import type { Replicas } from "../../../src/mock/consistency.js";
import { createReplicas } from "../../../src/mock/consistency.js";

const LAG = 1_000;

/** What every replica holds under a key, by replica; it reads until each has answered. */
function readAll(replicas: Replicas<string>, key: string, current: string | undefined, now: number): unknown[] {
  const seen: unknown[] = [];
  for (let i = 0; i < 200; i++) {
    const view = replicas.view(now);
    seen[view.replica] = view.read(key, current) ?? null;
  }
  return seen;
}

describe("createReplicas", () => {
  it("lags by nothing unless asked for", () => {
    const replicas = createReplicas<string>();
    replicas.write("a", "old", 0);
    expect(replicas.view(0).read("a", "new")).toBe("new");
    expect(replicas.view(0).staleKeys()).toEqual([]);
    expect(replicas.pendingWrites(0)).toBe(0);
  });

  it("shows a write on each replica after a lag of its own, on all of them in the end", () => {
    const replicas = createReplicas<string>({ replicas: 5, lagMs: LAG, seed: 3 });
    replicas.write("a", "old", 0);
    const newCounts = Array.from({ length: LAG / 50 + 1 }, (_, i) => {
      const seen = readAll(replicas, "a", "new", i * 50);
      expect(seen).toHaveLength(5);
      return seen.filter((value) => value === "new").length;
    });
    expect(newCounts[0]).toBe(0);
    expect(newCounts.at(-1)).toBe(5);
    expect(newCounts.some((count) => count > 0 && count < 5)).toBe(true);
    expect(newCounts).toEqual([...newCounts].sort((a, b) => a - b));
  });

  it("shows the writes of one replica in their order, whatever their lags", () => {
    const replicas = createReplicas<string>({ replicas: 3, lagMs: LAG, seed: 5 });
    for (let i = 0; i < 20; i++) replicas.write("a", `v${i}`, i * 10);
    const last = new Map<number, number>();
    for (let now = 190; now <= 190 + LAG; now += 5) {
      const view = replicas.view(now);
      const seen = Number(view.read("a", "v20")?.slice(1));
      expect(seen).toBeGreaterThanOrEqual(last.get(view.replica) ?? 0);
      last.set(view.replica, seen);
    }
    expect(readAll(replicas, "a", "v20", 190 + LAG)).toEqual(["v20", "v20", "v20"]);
  });

  it("misses what was created, keeps what was deleted, and names both as stale", () => {
    const replicas = createReplicas<string>({ lagMs: LAG });
    replicas.write("created", undefined, 0);
    replicas.write("deleted", "was here", 0);
    const view = replicas.view(0);
    expect(view.read("created", "new")).toBeUndefined();
    expect(view.read("deleted", undefined)).toBe("was here");
    expect(view.read("other", "same")).toBe("same");
    expect([...view.staleKeys()].sort()).toEqual(["created", "deleted"]);
  });

  it("does again what it did with the same seed, and something else with another", () => {
    const trace = (seed: number): string => {
      const replicas = createReplicas<string>({ lagMs: LAG, seed });
      replicas.write("a", "old", 0);
      return Array.from({ length: 100 }, (_, i) => replicas.view(i * 10).read("a", "new")).join();
    };
    expect(trace(1)).toBe(trace(1));
    expect(trace(1)).not.toBe(trace(2));
  });

  it("forgets what every replica has seen, and everything when it settles", () => {
    const replicas = createReplicas<string>({ lagMs: LAG });
    for (let now = 0; now < 20 * LAG; now += 10) replicas.write(`key ${now}`, undefined, now);
    expect(replicas.pendingWrites(20 * LAG)).toBeLessThan(LAG / 10 + 1);
    expect(replicas.view(22 * LAG).staleKeys()).toEqual([]);
    replicas.write("a", "old", 22 * LAG);
    replicas.settle();
    expect(readAll(replicas, "a", "new", 22 * LAG)).toEqual(["new", "new", "new"]);
  });

  it.each([{ replicas: 0 }, { replicas: 1.5 }, { replicas: 101 }, { lagMs: -1 }, { lagMs: Number.NaN }, { seed: 0.1 }])(
    "refuses %o",
    (options) => {
      expect(() => createReplicas(options)).toThrow(RangeError);
    },
  );
});
