import { describe, expect, it } from "vitest";
import { addPadding, removePadding } from "../../../src/crypto/padding.js";
import { fromHex, toHex } from "./octets.js";

describe("addPadding", () => {
  it.each([
    ["", "0808080808080808"],
    ["aa", "aa07070707070707"],
    ["aaaaaaaaaaaaaa", "aaaaaaaaaaaaaa01"],
    ["aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa0808080808080808"],
  ])("fills up %j", (plaintext, padded) => {
    expect(toHex(addPadding(fromHex(plaintext), 8))).toBe(padded);
    expect(toHex(removePadding(fromHex(padded), 8))).toBe(plaintext);
  });
});

describe("removePadding", () => {
  it.each([
    ["nothing at all", ""],
    ["a count of 0", "aaaaaaaaaaaaaa00"],
    ["a count above the block", "0909090909090909090909090909090909"],
    ["one octet that differs", "aaaaaaaa04040304"],
    ["a count longer than the data", "0404"],
  ])("finds no padding in %s", (_, padded) => {
    expect(removePadding(fromHex(padded), 8)).toBeUndefined();
  });

  it("knows other block sizes", () => {
    expect(toHex(removePadding(new Uint8Array(16).fill(16), 16))).toBe("");
    expect(removePadding(new Uint8Array(16).fill(16), 8)).toBeUndefined();
  });
});
