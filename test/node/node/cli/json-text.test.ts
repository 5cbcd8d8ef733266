/** JSON for terminals. */
import { describe, expect, it } from "vitest";
import { toJsonText } from "../../../../src/node/cli/json-text.js";

describe("toJsonText", () => {
  it("indents by two spaces and ends the line", () => {
    expect(toJsonText({ a: [1] })).toBe('{\n  "a": [\n    1\n  ]\n}\n');
  });

  it("escapes what a terminal may act on, and reads back the same", () => {
    const text = "\u001b[2J \u007f \u009b31m \u202e \u2028 \u{e0041} κ 🔑 \ud800";
    const json = toJsonText(text);
    expect(json).toBe('"\\u001b[2J \\u007f \\u009b31m \\u202e \\u2028 \\udb40\\udc41 κ 🔑 \\ud800"\n');
    expect(JSON.parse(json)).toBe(text);
  });
});
