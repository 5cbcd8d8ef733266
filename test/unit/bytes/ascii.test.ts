import { describe, expect, it } from "vitest";
import { hasAsciiAt, indexOfAscii, toCharacters, trimAsciiWhiteSpace } from "../../../src/bytes/ascii.js";

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("hasAsciiAt", () => {
  it.each([
    ["the beginning", 0, "ab", true],
    ["the end", 2, "cd", true],
    ["another text", 1, "cd", false],
    ["a text that reaches past the end", 3, "de", false],
    ["the empty text", 9, "", true],
  ])("finds %s", (_, offset, text, expected) => {
    expect(hasAsciiAt(ascii("abcd"), offset, text)).toBe(expected);
  });
});

describe("indexOfAscii", () => {
  it.each([
    ["ab", 0, 0],
    ["ab", 1, 4],
    ["ab", 5, -1],
    ["b", 0, 1],
    ["-aab", 0, 2],
    ["bb", 0, -1],
  ])("finds %s from %i on at %i", (text, from, expected) => {
    expect(indexOfAscii(ascii("ab-aab"), text, from)).toBe(expected);
  });
});

describe("toCharacters", () => {
  it("gives each octet one character", () => {
    expect(toCharacters(Uint8Array.of(0, 0x41, 0x80, 0xff))).toBe("\0A\x80\xff");
  });
});

describe("trimAsciiWhiteSpace", () => {
  it.each([
    ["  a b\n", "a b"],
    ["\t\v\f\r\n \n", ""],
    ["", ""],
    ["\u00a0a", "\u00a0a"],
  ])("trims %j", (text, expected) => {
    expect(trimAsciiWhiteSpace(ascii(text))).toEqual(ascii(expected));
  });
});
