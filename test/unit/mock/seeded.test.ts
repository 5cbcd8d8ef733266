import { describe, expect, it } from "vitest";
import { seededIds, seededNumbers } from "../../../src/mock/seeded.js";

const GUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function take(next: () => number, count: number): number[] {
  return Array.from({ length: count }, next);
}

describe("seededNumbers", () => {
  it("gives the same sequence for the same seed and name, and another one for any other", () => {
    const first = take(seededNumbers(7, "a"), 100);
    expect(take(seededNumbers(7, "a"), 100)).toEqual(first);
    const others = [seededNumbers(8, "a"), seededNumbers(7, "b"), seededNumbers(-7, "a")];
    for (const other of others) expect(take(other, 100).filter((number, i) => number === first[i])).toEqual([]);
  });

  it("stays in 0..1 and spreads evenly", () => {
    for (const seed of [0, 1, 2, 2 ** 31]) {
      const tenths = new Array<number>(10).fill(0);
      for (const number of take(seededNumbers(seed, "x"), 10_000)) {
        expect(number >= 0 && number < 1).toBe(true);
        tenths[Math.floor(number * 10)] = (tenths[Math.floor(number * 10)] ?? 0) + 1;
      }
      expect(Math.min(...tenths)).toBeGreaterThan(850);
      expect(Math.max(...tenths)).toBeLessThan(1150);
    }
  });

  it("refuses a seed that is none", () => {
    expect(() => seededNumbers(0.5, "a")).toThrow(/"seed" expected an integer/);
    expect(() => seededNumbers(Number.NaN, "a")).toThrow(RangeError);
  });
});

describe("seededIds", () => {
  it("gives GUIDs, each once, and the same ones again", () => {
    const newId = seededIds(1);
    const ids = Array.from({ length: 10_000 }, newId);
    for (const id of ids) expect(id).toMatch(GUID_V4);
    expect(new Set(ids).size).toBe(ids.length);
    const again = seededIds(1);
    expect(ids.slice(0, 100)).toEqual(Array.from({ length: 100 }, again));
    expect(seededIds(1, "ids of run 2")()).not.toBe(ids[0]);
  });
});
