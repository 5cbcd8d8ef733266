import { describe, expect, it } from "vitest";
import { checkService } from "../../../../src/contract/drift/check-service.js";
import type { CsdlModel } from "../../../../src/contract/drift/csdl-model.js";
import { readCsdl } from "../../../../src/contract/drift/read-csdl.js";
import { altered, SMALL } from "./csdl-text.js";

const all = readCsdl(SMALL);
const named = (...names: string[]): CsdlModel["types"] =>
  all.types.filter(({ name }) => names.includes(name.replace("microsoft.graph.", "")));
const facts: CsdlModel = { types: named("entity", "robot"), actions: all.actions };
const document: CsdlModel = { types: named("robot", "redTag", "shade"), actions: [] };

const subjects = (theirs: CsdlModel): string[] =>
  checkService(facts, document, theirs).drifts.map(({ kind, subject }) => `${kind} ${subject}`);

describe("checkService", () => {
  it("compares the facts, and what else the document has", () => {
    expect(checkService(facts, document, all)).toEqual({ types: 4, actions: 1, notCompared: [], drifts: [] });
    const theirs = altered('Name="dark"', 'Name="dim"').replace(' OpenType="true"', "");
    expect(subjects(readCsdl(theirs))).toEqual([
      "open-type robot",
      "member-removed shade.dark",
      "member-added shade.dim",
    ]);
  });

  it("holds a type against the facts and not against the document where both have it", () => {
    const older = { ...document, types: document.types.map((type) => ({ ...type, open: false })) };
    expect(checkService(facts, older, all).drifts).toEqual([]);
  });

  it("leaves out what an extract only names, but no fact", () => {
    const isKept = (name: string): boolean => !/\.(shade|redTag)$/.test(name);
    const cut = { ...all, types: all.types.filter(({ name }) => isKept(name) && !name.endsWith(".tag")) };
    expect(checkService(facts, document, cut)).toMatchObject({
      types: 2,
      notCompared: ["redTag", "shade"],
      drifts: [],
    });
    const less = { ...cut, types: cut.types.filter(({ name }) => !name.endsWith(".entity")) };
    expect(subjects(less)).toEqual(["type-removed entity"]);
    const whole = { ...all, types: all.types.filter(({ name }) => isKept(name)) };
    expect(subjects(whole)).toEqual(["type-removed redTag", "type-removed shade"]);
  });
});
