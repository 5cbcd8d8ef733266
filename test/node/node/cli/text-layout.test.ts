/** Widths, wrapping, escaping. */
import { describe, expect, it } from "vitest";
import { displayWidth, field, printable, wrap } from "../../../../src/node/cli/text-layout.js";

describe("displayWidth", () => {
  it.each([
    ["", 0],
    ["abc", 3],
    ["κόσμε", 5],
    ["e\u0301", 1],
    ["証明書", 6],
    ["한글", 4],
    ["🔑x", 3],
  ])("gives %j %i columns", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe("wrap", () => {
  it("breaks at spaces and behind commas, and keeps what has neither", () => {
    expect(wrap("one two three", 7)).toEqual(["one two", "three"]);
    expect(wrap("CN=a,O=b,C=GR", 9)).toEqual(["CN=a,O=b,", "C=GR"]);
    expect(wrap("see https://example.com/long now", 10)).toEqual(["see", "https://example.com/long", "now"]);
    expect(wrap("証明 書証", 4)).toEqual(["証明", "書証"]);
    expect(wrap("", 10)).toEqual([""]);
  });
});

describe("printable", () => {
  it("escapes what a terminal may act on and nothing else", () => {
    expect(printable("a\u001b[2J\u202eb\nκ\\")).toBe("a\\1B[2J\\E2\\80\\AEb\\0Aκ\\");
  });

  it("cuts what is very long, never through a character", () => {
    expect(printable("x".repeat(1000))).toBe("x".repeat(1000));
    const long = printable(`${"x".repeat(999)}🔑${"y".repeat(1_000_000)}`);
    expect(long).toBe(`${"x".repeat(999)}… (cut: 1001001 characters in all)`);
  });
});

describe("field", () => {
  const layout = { indent: 2, labelWidth: 6, width: 20 };

  it("sets further lines below the first", () => {
    expect(field("label", "one two three", layout)).toBe("  label   one two\n          three");
    expect(field("much too long", "text", layout)).toBe("  much too long  text");
  });

  it("paints label and text without moving them", () => {
    const paint = (text: string): string => `<${text}>`;
    expect(field("a", "one two three", { ...layout, paintLabel: paint, paintText: paint })).toBe(
      "  <a>       <one two>\n          <three>",
    );
  });

  it("escapes both", () => {
    expect(field("\u001b", "\u009b", layout)).toBe("  \\1B     \\C2\\9B");
  });
});
