import { describe, expect, it } from "vitest";
import type { Deviation } from "../../../src/contract/deviations.js";
import { openDeviations } from "../../../src/contract/deviations.js";
import type { RuleResult } from "../../../src/contract/rule.js";

const NOW = Date.parse("2026-06-01T12:00:00Z");
const KNOWN: Deviation = { rule: "C4", pointer: "/a", reason: "why", source: "where", expires: "2026-06-01" };
const at = (pointer: string): RuleResult => ({
  status: "fail",
  operation: "identityApiConnector.get",
  pointer,
  expected: 1,
  actual: 2,
  exchanges: [],
});

describe("openDeviations", () => {
  it("covers a finding of the rule at the pointer and below it", () => {
    const book = openDeviations([KNOWN], NOW);
    expect(["/a", "/a/0", "/ab", ""].map((pointer) => book.cover("C4", at(pointer)) !== undefined)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(book.cover("C5", at("/a"))).toBeUndefined();
    expect(book.stale()).toEqual([]);
  });

  it("keeps to the operation where one is named", () => {
    const book = openDeviations([{ ...KNOWN, operation: "identityApiConnector.list" }], NOW);
    expect(book.cover("C4", at("/a"))).toBeUndefined();
  });

  it("tells what is unused, and what has expired although it is used", () => {
    const old = { ...KNOWN, expires: "2026-05-31" };
    const book = openDeviations([old, { ...KNOWN, rule: "C5" }], NOW);
    expect(book.cover("C4", at("/a"))).toBeUndefined();
    expect(book.stale().map(({ deviation, problem }) => [deviation.rule, problem])).toEqual([
      ["C4", "expired"],
      ["C5", "unused"],
    ]);
  });

  it.each([{ reason: "" }, { source: "" }, { rule: "" }, { expires: "soon" }, { expires: "2026-13-01" }])(
    "refuses %o",
    (part) => {
      expect(() => openDeviations([{ ...KNOWN, ...part }], NOW)).toThrow(/"deviations\[0\]/);
    },
  );
});
