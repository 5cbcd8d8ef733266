/** Values made short: around a place, beside one another, and where a rule is to be read. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { citationsOf } from "../../../../../src/node/cli/contract-report/citations.js";
import { viewExchange } from "../../../../../src/node/cli/contract-report/exchange-view.js";
import { focusJson } from "../../../../../src/node/cli/contract-report/focused-json.js";
import { diffValues, firstDifference } from "../../../../../src/node/cli/contract-report/value-diff.js";
import { sampleExchange } from "./sample-results.js";

const LIMITS = { lines: 12, characters: 40 };

describe("focusJson", () => {
  const entries = Array.from({ length: 100 }, (_, index) => ({ id: index, "a/b": { c: "x".repeat(50) } }));

  it("shows a small document whole and marks the place", () => {
    expect(focusJson({ a: [1, { b: null }] }, "/a/1/b", LIMITS)).toEqual([
      { text: "{", isMarked: false },
      { text: '  "a": [', isMarked: false },
      { text: "    1", isMarked: false },
      { text: "    {", isMarked: false },
      { text: '      "b": null', isMarked: true },
      { text: "    }", isMarked: false },
      { text: "  ]", isMarked: false },
      { text: "}", isMarked: false },
    ]);
  });

  it("folds a large one away from the place", () => {
    const lines = focusJson({ value: entries, count: 100 }, "/value/57/a~1b/c", LIMITS);
    expect(lines.length).toBeLessThanOrEqual(LIMITS.lines + 4);
    expect(lines.filter(({ isMarked }) => isMarked).map(({ text }) => text.trim())).toEqual([
      `"c": "${"x".repeat(40)}"… (50 characters)`,
    ]);
    expect(lines.map(({ text }) => text.trim())).toContain("… 99 more");
  });

  it("says what is not there, as high as it is missed", () => {
    const marked = focusJson({ a: {} }, "/a/b/c", LIMITS).filter(({ isMarked }) => isMarked);
    expect(marked).toEqual([{ text: '    "b": (not there)', isMarked: true }]);
    expect(focusJson({ a: null }, "/a/b", LIMITS)[1]).toEqual({ text: '  "a": null', isMarked: true });
    expect(focusJson({ constructor: 1 }, "/toString", LIMITS).some(({ text }) => text.includes("(not there)"))).toBe(
      true,
    );
  });

  it("marks the last element for what has been added", () => {
    const marked = (value: unknown): unknown =>
      focusJson(value, "/list/-", LIMITS).find(({ isMarked }) => isMarked)?.text;
    expect(marked({ list: [1, 2] })).toBe("    2");
    expect(marked({ list: [] })).toBe('    "-": (not there)');
  });

  it("is bounded for any value and pointer", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), fc.string(), (value, pointer) => {
        const lines = focusJson(value, `/${pointer}`, LIMITS);
        expect(lines.length).toBeLessThanOrEqual(LIMITS.lines + 4);
      }),
    );
    let deep: unknown = 1;
    for (let depth = 0; depth < 5000; depth += 1) deep = { deep };
    expect(focusJson(deep, `${"/deep".repeat(4999)}`, LIMITS).length).toBeLessThanOrEqual(LIMITS.lines + 4);
    expect(diffValues(deep, 1).length).toBeGreaterThan(0);
  });
});

describe("diffValues", () => {
  it("tells what differs, members in any order being the same", () => {
    expect(diffValues({ a: 1, b: [1, 2], c: 3 }, { c: 3, b: [1], a: 1 }).filter(({ sign }) => sign !== " ")).toEqual([
      { sign: "-", text: "    2" },
    ]);
    expect(diffValues("x", null)).toEqual([
      { sign: "-", text: '"x"' },
      { sign: "+", text: "null" },
    ]);
  });

  it("leaves out what is equal far from it", () => {
    const list = Array.from({ length: 50 }, (_, index) => index);
    const lines = diffValues(list, [...list, 50]);
    expect(lines).toContainEqual({ sign: "+", text: "  50" });
    expect(lines).toContainEqual({ sign: "…", text: "49 equal lines" });
    expect(lines.length).toBeLessThan(8);
  });

  it("says where texts part", () => {
    expect(firstDifference("ABCDEF", "ABCDxF")).toBe("equal up to character 4");
    expect(firstDifference("abcd", "ABCD")).toBe("only upper and lower case differ");
    expect(firstDifference("abcd", "zbcd")).toBeUndefined();
    expect(firstDifference(1, 2)).toBeUndefined();
  });
});

describe("viewExchange", () => {
  it("shows a header that is missed, and no header of transport", () => {
    const { received, sent } = viewExchange(sampleExchange(), "header:request-id", LIMITS);
    expect(received.headers).toEqual([
      { text: "content-type: application/json", isMarked: false },
      { text: "request-id: (not there)", isMarked: true },
    ]);
    expect(sent.head).toBe("POST /v1.0/identity/apiConnectors/1/uploadClientCertificate");
  });

  it("says that an answer was lost, that a body is none or no JSON, and what was cut", () => {
    const response = { status: 0, headers: {}, text: "", json: undefined };
    expect(viewExchange(sampleExchange({ response }), "", LIMITS).received).toMatchObject({
      head: "no answer",
      note: "no body",
    });
    const page = { ...response, status: 502, text: `<html>${"x".repeat(9000)}` };
    const shown = viewExchange(sampleExchange({ response: page }), "", LIMITS).received;
    expect(shown.note).toBe("no JSON; shortened: 9006 characters");
    expect(shown.body.map(({ text }) => text).join("").length).toBeLessThan(1000);
  });
});

describe("citationsOf", () => {
  it("takes a source apart, and makes a link of https alone", () => {
    expect(
      citationsOf("https://example.com/a (part 2); RFC 7519 section 2; javascript:alert(1); http://example.com"),
    ).toEqual([
      { text: "https://example.com/a (part 2)", href: "https://example.com/a" },
      { text: "RFC 7519 section 2", href: undefined },
      { text: "javascript:alert(1)", href: undefined },
      { text: "http://example.com", href: undefined },
    ]);
    expect(citationsOf("(https://example.com/x).")[0]?.href).toBe("https://example.com/x");
  });
});
