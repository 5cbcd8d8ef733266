/** Quartiles against values worked out by hand. */
import { describe, expect, it } from "vitest";
import { summarize } from "../../../tools/bench/statistics.js";

describe("summarize", () => {
  it.each([
    ["one", [7], { p25: 7, median: 7, p75: 7, count: 1 }],
    ["two", [4, 2], { p25: 2.5, median: 3, p75: 3.5, count: 2 }],
    ["five in any order", [50, 10, 40, 20, 30], { p25: 20, median: 30, p75: 40, count: 5 }],
    ["numbers as numbers, not as text", [10, 9, 100], { p25: 9.5, median: 10, p75: 55, count: 3 }],
  ])("of %s", (_, measurements, spread) => {
    expect(summarize(measurements)).toEqual(spread);
  });

  it("hardly moves for one that was held up", () => {
    expect(summarize([2, 2.1, 2.2, 2.3, 900]).median).toBe(2.2);
  });

  it("leaves its argument as it was", () => {
    const measurements = [3, 1, 2];
    summarize(measurements);
    expect(measurements).toEqual([3, 1, 2]);
  });

  it("refuses nothing, and what is no number", () => {
    expect(() => summarize([])).toThrow(RangeError);
    expect(() => summarize([1, Number.NaN])).toThrow(RangeError);
  });
});
