import { describe, expect, it } from "vitest";
import type { CsdlModel } from "../../../src/contract/drift/csdl-model.js";
import { readCsdl } from "../../../src/contract/drift/read-csdl.js";
import { compareDocument } from "../../../tools/check-drift/compare-document.js";
import { altered, SMALL } from "../../unit/contract/drift/csdl-text.js";

const all = readCsdl(SMALL);
const named = (...names: string[]): CsdlModel["types"] =>
  all.types.filter(({ name }) => names.includes(name.replace("microsoft.graph.", "")));
const facts: CsdlModel = { types: named("entity", "robot"), actions: all.actions };

describe("compareDocument", () => {
  const subjectsOf = (ours: CsdlModel): string[] =>
    compareDocument(ours, facts).map(({ kind, subject }) => `${kind} ${subject}`);

  it("compares what the facts speak of and nothing else", () => {
    expect(subjectsOf(all)).toEqual([]);
    expect(subjectsOf(readCsdl(altered('Name="dark"', 'Name="dim"')))).toEqual([]);
    expect(subjectsOf(readCsdl(altered(' OpenType="true"', "")))).toEqual(["open-type robot"]);
  });

  it("names a type and an action that the document lacks", () => {
    expect(subjectsOf({ types: named("entity"), actions: [] })).toEqual([
      "type-added robot",
      "action-added robot/wake",
    ]);
  });
});
