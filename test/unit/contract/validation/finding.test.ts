import { expect, it } from "vitest";
import { toFindings } from "../../../../src/contract/validation/finding.js";
import { pointerTo } from "../../../../src/contract/validation/json-pointer.js";

const said = (keyword: string, params: Readonly<Record<string, unknown>>): string | undefined =>
  toFindings([{ instancePath: "/a", keyword, params }])[0]?.message;

it("says what must be, by keyword", () => {
  expect(said("type", { type: "string" })).toBe("must be string");
  expect(said("type", { type: ["string", "null"] })).toBe("must be string or null");
  expect(said("enum", { allowedValues: ["a", "b"] })).toBe("must be one of a, b");
  expect(said("const", { allowedValue: "a" })).toBe("must be a");
  expect(said("format", { format: "date-time" })).toBe("must be a date-time");
  expect(said("pattern", { pattern: "^a$" })).toBe("must match ^a$");
  expect(said("maximum", { comparison: "<=", limit: 7 })).toBe("must be <= 7");
  expect(said("minLength", { limit: 1 })).toBe("must have minLength 1");
  expect(said("uniqueItems", { i: 0, j: 1 })).toBe("must not repeat an item");
  expect(said("oneOf", {})).toBe("must match oneOf");
});

it("leaves out echoes and says twice-found faults once", () => {
  const type = { instancePath: "/a", keyword: "type", params: { type: "string" } };
  const echo = { instancePath: "", keyword: "if", params: { failingKeyword: "then" } };
  expect(toFindings([type, echo, type, { ...type, instancePath: "/b" }]).map(({ pointer }) => pointer)).toEqual([
    "/a",
    "/b",
  ]);
});

it("escapes the steps of a pointer (RFC 6901 section 3)", () => {
  expect(pointerTo(pointerTo("", "a/b~1"), 0)).toBe("/a~1b~01/0");
});
