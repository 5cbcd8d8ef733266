import { describe, expect, it } from "vitest";
import { constantTimeEqual } from "../../../src/bytes/compare.js";

describe("constantTimeEqual", () => {
  it.each([
    [[], [], true],
    [[1, 2, 3], [1, 2, 3], true],
    [[1, 2, 3], [1, 2, 4], false],
    [[0, 2, 3], [1, 2, 3], false],
    [[1, 2], [1, 2, 3], false],
  ])("%j and %j: %j", (a, b, equal) => {
    expect(constantTimeEqual(Uint8Array.from(a), Uint8Array.from(b))).toBe(equal);
  });
});
