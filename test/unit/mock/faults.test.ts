import { describe, expect, it } from "vitest";
import { FAULT_NAMES } from "../../../src/mock/fault-set.js";
import { FAULTS } from "../../../src/mock/faults.js";

describe("FAULTS", () => {
  it("has a row for every switch, in the order of the rules", () => {
    expect(FAULTS.map(({ name }) => name)).toEqual(FAULT_NAMES);
    const letters = FAULTS.map(({ rule }) => rule.charAt(0)).join("");
    expect(letters).toMatch(/^E+C+S+CT+$/);
  });

  it.each(FAULTS)("$name names a rule and says what goes wrong", ({ rule, what }) => {
    expect(rule).toMatch(/^(E([1-9]|1[0-2])|C([1-9]|1[0-2])|S([1-9]|1[0-5])|T[1-8])$/);
    expect(what).not.toBe("");
    expect(FAULTS.filter((fault) => fault.what === what)).toHaveLength(1);
  });
});
