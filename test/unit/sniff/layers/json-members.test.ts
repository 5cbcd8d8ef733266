import { describe, expect, it } from "vitest";
import { findJsonMembers, readJsonString } from "../../../../src/sniff/layers/json-members.js";
import { utf8 } from "../wrap.js";

function members(text: string): Readonly<Record<string, string>> | undefined {
  const found = findJsonMembers(utf8(text), ["a", "bc"]);
  return found && Object.fromEntries(found.map(({ name, value }) => [name, new TextDecoder().decode(value)]));
}

describe("findJsonMembers", () => {
  it.each([
    ["no members", "{}", {}],
    ["others", '{"d": 1, "e": {"a": 2}}', {}],
    ["numbers and words", '{"a":-1.5e+3,"bc":null}', { a: "-1.5e+3", bc: "null" }],
    ["white space", '{ "a" :\n"x" ,\t"bc"\r: true }', { a: '"x"', bc: "true" }],
    ["other cases", '{"A":1,"Bc":2}', { A: "1", Bc: "2" }],
    ["escapes in a name", '{"\\u0061":1,"b\\u0063":2}', { a: "1", bc: "2" }],
    ["escapes in a value", '{"a":"\\"}\\\\","bc":2}', { a: '"\\"}\\\\"', bc: "2" }],
    ["brackets in strings", '{"d":["]}",{"e":"\\"]"}],"a":1}', { a: "1" }],
    ["containers", '{"a":{"bc":[1,2]},"bc":[[],{}]}', { a: '{"bc":[1,2]}', bc: "[[],{}]" }],
    ["a name twice", '{"a":1,"a":2}', { a: "2" }],
  ])("finds them among %s", (_, text, expected) => {
    expect(members(text)).toEqual(expected);
    expect(() => JSON.parse(text)).not.toThrow();
  });

  it.each([
    ["nothing", ""],
    ["an object without end", '{"a":1'],
    ["a string without end", '{"a":"1}'],
    ["a string that ends in an escape", '{"a":"\\'],
    ["a list without end", '{"a":[[1]'],
    ["text behind it", '{"a":1} {}'],
    ["a comma too many", '{"a":1,}'],
    ["a comma too few", '{"a":1 "bc":2}'],
    ["no colon", '{"a" 1}'],
    ["no value", '{"a":}'],
    ["a bracket that closes nothing", '{"a":]}'],
    ["no quotes", "{a:1}"],
  ])("refuses %s", (_, text) => {
    expect(members(text)).toBeUndefined();
    expect(() => JSON.parse(text || "-")).toThrow();
  });

  it("leaves alone what is JSON and no object", () => {
    for (const text of ['["a"]', '"a"', "null"]) expect(members(text)).toBeUndefined();
  });

  it("takes an object of more than a thousand members for another thing", () => {
    expect(members(`{${'"a":1,'.repeat(999)}"bc":2}`)).toEqual({ a: "1", bc: "2" });
    expect(members(`{${'"a":1,'.repeat(1000)}"bc":2}`)).toBeUndefined();
  });
});

describe("readJsonString", () => {
  it.each([
    ['""', ""],
    ['"abc"', "abc"],
    ['"ä\\n\\/\\u00e4"', "ä\n/ä"],
    [`"${"x".repeat(100)}"`, "x".repeat(100)],
  ])("reads %s", (literal, text) => {
    expect(readJsonString(utf8(literal))).toBe(text);
  });

  it.each(['"', "null", "1", '"a\nb"', '"\\x"', '"a"b"', "'a'", '"\0"'])("refuses %j", (literal) => {
    expect(readJsonString(utf8(literal))).toBeUndefined();
  });
});
