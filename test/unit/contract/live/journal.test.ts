import { describe, expect, it } from "vitest";
import type { JournalEntry } from "../../../../src/contract/live/journal.js";
import { parseJournal } from "../../../../src/contract/live/journal.js";
import { openEntries } from "../../../../src/contract/live/open-entries.js";

const entry = { kind: "connector", state: "intended", run: "r", displayName: "n", at: "2026-06-01T00:00:00Z" } as const;
const made: JournalEntry = { ...entry, state: "created", id: "1" };

describe("parseJournal", () => {
  it("reads a line each, and passes over one that was being written", () => {
    const text = `${JSON.stringify(entry)}\r\n\n${JSON.stringify(made)}\n{"kind":"conn`;
    expect(parseJournal(text)).toEqual([entry, made]);
  });

  it.each([
    ["no JSON", `{\n${JSON.stringify(entry)}\n`, "line 1"],
    ["another kind", `${JSON.stringify(entry)}\n${JSON.stringify({ ...entry, kind: "user" })}\n`, "line 2"],
    ["another state", JSON.stringify({ ...entry, state: "lost" }), "line 1"],
    ["no name", JSON.stringify({ ...entry, displayName: "" }), "line 1"],
    ["a number for an id", JSON.stringify({ ...entry, id: 1 }), "line 1"],
    ["a list", "[]\n", "line 1"],
  ])("refuses %s", (_, text, at) => {
    expect(() => parseJournal(text)).toThrow(expect.objectContaining({ code: "ERR_CONTRACT_JOURNAL", at }));
  });
});

describe("openEntries", () => {
  it.each([
    ["what was made", [entry, made], [made]],
    ["what may have been made", [entry], [{ ...entry, id: undefined }]],
    ["nothing of what was deleted", [entry, made, { ...made, state: "deleted" as const }], []],
    ["nothing of what was refused", [entry, { ...entry, state: "deleted" as const }], []],
    ["one of two of one name", [entry, entry, made], [made, { ...entry, id: undefined }]],
    [
      "another kind of the same id",
      [entry, made, { ...made, kind: "application" as const, state: "deleted" as const }],
      [made],
    ],
  ])("has %s", (_, journal, open) => {
    expect(openEntries(journal)).toEqual(open);
  });

  it("has the latest first", () => {
    const other = { ...made, id: "2", displayName: "m" };
    expect(openEntries([entry, made, { ...entry, displayName: "m" }, other]).map(({ id }) => id)).toEqual(["2", "1"]);
  });
});
