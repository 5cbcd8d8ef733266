import { expect, it } from "vitest";
import { takeKeyIds } from "../../../src/graph/key-ids.js";

const FIRST = "93bc223f-7235-4b9c-beea-d66847531c49";
const SECOND = "0C9A7E6B-51D4-4F3A-8B22-6C1D2E3F4A5B";

const giving =
  (...ids: string[]) =>
  () =>
    ids.shift() ?? "";

it("takes the Sign key's first, each as it is written", () => {
  expect(takeKeyIds(giving(FIRST, SECOND))).toEqual({ sign: FIRST, verify: SECOND });
});

it("refuses the same twice, in whatever case", () => {
  expect(() => takeKeyIds(giving(SECOND, SECOND.toLowerCase()))).toThrow(RangeError);
});

it.each(["", "1", `{${FIRST}}`, FIRST.replaceAll("-", ""), `${FIRST} `])("refuses %j", (id) => {
  expect(() => takeKeyIds(giving(FIRST, id))).toThrow(TypeError);
});
