import { describe, expect, it } from "vitest";
import { describeBytes } from "../../../src/contract/describe-bytes.js";

const HEX = "DA20FCA60123456789ABCDEF0123456789ABCDEF";

describe("describeBytes", () => {
  it.each([
    [HEX, HEX.replace("FCA6", "FCB7"), "byte 4 of 20: expected A6, got B7"],
    [HEX, HEX.toLowerCase(), "the same 20 bytes, written differently"],
    [HEX, `${HEX}00`, "expected 20 bytes, got 21"],
    [btoa("a".repeat(24)), btoa(`b${"a".repeat(23)}`), "byte 1 of 24: expected 61, got 62"],
    [
      { list: [1, { thumbprint: HEX }] },
      { list: [2, { thumbprint: HEX.replace("DA", "DB") }] },
      "byte 1 of 20: expected DA, got DB",
    ],
    [
      HEX,
      HEX.replaceAll("0", "1"),
      "byte 2 of 20: expected 20, got 21; byte 5 of 20: expected 01, got 11; byte 13 of 20: expected 01, got 11",
    ],
  ])("tells %j from %j", (expected, actual, text) => {
    expect(describeBytes(expected, actual)).toBe(text);
  });

  it("counts places beyond the fourth", () => {
    expect(describeBytes(HEX, "00".repeat(20))).toMatch(/^byte 1 of 20: .*; and 16 more$/);
  });

  it.each([
    [HEX, HEX],
    ["a word", "another"],
    [1, 2],
    [null, HEX],
    [[HEX], []],
  ])("says nothing of %j and %j", (expected, actual) => {
    expect(describeBytes(expected, actual)).toBeUndefined();
  });
});
