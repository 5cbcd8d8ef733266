import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS, resolveLimits } from "../../src/limits.js";

describe("resolveLimits", () => {
  it("gives the defaults with the caller's in their place", () => {
    expect(resolveLimits()).toEqual(DEFAULT_LIMITS);
    expect(resolveLimits({ iterations: 7, bags: 0 })).toEqual({ ...DEFAULT_LIMITS, iterations: 7, bags: 0 });
    expect(resolveLimits({ fileBytes: Number.POSITIVE_INFINITY }).fileBytes).toBe(Number.POSITIVE_INFINITY);
  });

  it("takes undefined as not given: it would limit nothing", () => {
    expect(resolveLimits({ iterations: undefined })).toEqual(DEFAULT_LIMITS);
  });

  it.each([Number.NaN, -1])("refuses %s, naming the limit", (iterations) => {
    expect(() => resolveLimits({ iterations })).toThrow(
      new RangeError(`"limits.iterations" expected a number of at least 0, got ${iterations}`),
    );
  });
});
