import { describe, expect, it } from "vitest";
import type { Drift } from "../../../../src/contract/drift/drift.js";
import type { KnownDrift } from "../../../../src/contract/drift/known-drift.js";
import { findStale, judgeDrift, KNOWN_DRIFT } from "../../../../src/contract/drift/known-drift.js";

const drift: Drift = { kind: "member-type", group: "a", subject: "a.b", ours: "x", theirs: "y", message: "m" };
const entry: KnownDrift = { comparison: "document", kind: "member-type", subject: "a.b", reason: "because" };

describe("judgeDrift", () => {
  it("tells the reason of what is known", () => {
    expect(judgeDrift([drift], "document", [entry])).toEqual([{ ...drift, known: "because" }]);
  });

  it.each([
    ["another comparison", { ...entry, comparison: "service" } as const],
    ["another kind", { ...entry, kind: "member-nullability" } as const],
    ["another subject", { ...entry, subject: "a.c" }],
  ])("takes %s for news", (_, other) => {
    expect(judgeDrift([drift], "document", [other])).toEqual([{ ...drift, known: null }]);
  });
});

describe("findStale", () => {
  it("names what no difference needs, of this comparison only", () => {
    expect(findStale([drift], "document", [entry])).toEqual([]);
    expect(findStale([], "document", [entry])).toEqual([entry]);
    expect(findStale([], "service", [entry])).toEqual([]);
  });
});

describe("KNOWN_DRIFT", () => {
  it("has each difference once", () => {
    const keys = KNOWN_DRIFT.map(({ comparison, kind, subject }) => `${comparison} ${kind} ${subject}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
