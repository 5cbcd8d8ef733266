import { describe, expect, it } from "vitest";
import { BEHAVIOURS } from "../../../src/mock/behaviours.js";
import { ERRORS } from "../../../src/mock/errors.js";
import { UNDOCUMENTED } from "../../../src/mock/undocumented.js";

const EVIDENCE = ["standard", "documented", "measured", "third-party", "hypothesis"];

describe("BEHAVIOURS", () => {
  it("has ids that are unique and in kebab case", () => {
    const ids = BEHAVIOURS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/);
  });

  it("says of each what it rests on", () => {
    for (const { evidence, source, what } of BEHAVIOURS) {
      expect(EVIDENCE).toContain(evidence);
      expect(source).not.toBe("");
      expect(what).toMatch(/^[\s\S]{20,130}\.$/);
    }
  });

  it("claims of none that it was recorded from Graph", () => {
    expect(BEHAVIOURS.filter(({ evidence }) => evidence === "measured")).toEqual([]);
  });

  it.each(Object.entries(UNDOCUMENTED))("names the option %s with its default", (name, value) => {
    const rows = BEHAVIOURS.filter(({ option }) => option === name);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.what).toContain(`${name}: ${value}`);
  });

  it("has a row for each error, and no error that is not there", () => {
    const mentioned = new Set<string>(BEHAVIOURS.flatMap(({ errors = [] }) => errors));
    expect([...mentioned].sort()).toEqual(Object.keys(ERRORS).sort());
  });

  it("does not call documented what rests on errors that are all made up, unless it says so", () => {
    const silent = BEHAVIOURS.filter(
      ({ errors = [], evidence, source, difference = "" }) =>
        errors.length > 0 &&
        errors.every((id) => ERRORS[id].evidence === "synthetic") &&
        (evidence === "documented" || evidence === "third-party") &&
        !/the mock's|guess|text/.test(`${source} ${difference}`),
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });
});
