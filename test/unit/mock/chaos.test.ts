import { describe, expect, it } from "vitest";
import type { ChaosOptions, Misfortune } from "../../../src/mock/chaos.js";
import { createChaos, LostResponseError } from "../../../src/mock/chaos.js";

function fates(options: ChaosOptions, count: number): Misfortune[] {
  return Array.from({ length: count }, createChaos(options));
}

function counts(options: ChaosOptions, count = 10_000): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { kind } of fates(options, count)) found[kind] = (found[kind] ?? 0) + 1;
  return found;
}

describe("createChaos", () => {
  it("leaves everything alone unless asked for", () => {
    expect(counts({})).toEqual({ none: 10_000 });
  });

  it("hits as often as asked for", () => {
    const found = counts({ lostResponse: 0.1, errorBefore: 0.2, errorAfter: 0.3 });
    expect(found["lost-response"]).toBeGreaterThan(900);
    expect(found["lost-response"]).toBeLessThan(1100);
    expect(found["error-before"]).toBeGreaterThan(1850);
    expect(found["error-before"]).toBeLessThan(2150);
    expect(found["error-after"]).toBeGreaterThan(2850);
    expect(found["error-after"]).toBeLessThan(3150);
    expect(counts({ errorAfter: 1 })).toEqual({ "error-after": 10_000 });
  });

  it("gives failing servers' statuses", () => {
    const statuses = new Set(fates({ errorBefore: 1 }, 200).flatMap((fate) => ("status" in fate ? fate.status : [])));
    expect([...statuses].sort()).toEqual([500, 503]);
  });

  it("does again what it did with the same seed, and something else with another", () => {
    const options = { lostResponse: 0.3, errorBefore: 0.3, errorAfter: 0.3 };
    expect(fates({ ...options, seed: 4 }, 100)).toEqual(fates({ ...options, seed: 4 }, 100));
    expect(fates({ ...options, seed: 4 }, 100)).not.toEqual(fates({ ...options, seed: 5 }, 100));
  });

  it.each([
    { lostResponse: -0.1 },
    { errorBefore: 1.1 },
    { errorAfter: Number.NaN },
    { lostResponse: 0.6, errorAfter: 0.6 },
  ])("refuses %o", (options) => {
    expect(() => createChaos(options)).toThrow(RangeError);
  });
});

describe("LostResponseError", () => {
  it("is what fetch rejects with where a connection breaks", () => {
    expect(new LostResponseError()).toBeInstanceOf(TypeError);
  });
});
