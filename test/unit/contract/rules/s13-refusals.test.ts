import { refusals } from "../../../../src/contract/rules/s13-refusals.js";
import type { More } from "./exchanges.js";
import { error, MINT, minted, post, readPrincipal, triple } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const mint = (body: object, more: More = {}) => post(MINT, body, more.status === undefined ? minted() : error(), more);
const refused = { status: 400 };
const ends = (endDateTime: string) => ({ displayName: "CN=x", endDateTime });
const past = ends("2025-06-01T00:00:00Z");
const none = { displayName: "Contoso" };

ruleCases(refusals, {
  catches: [
    [
      "a name without CN=",
      [mint(none)],
      { pointer: "status", expected: "4xx: displayName does not begin with CN=", actual: 200 },
    ],
    ["an empty name", [mint({ displayName: "" })], { actual: 200 }],
    ["four years", [mint(ends("2030-06-01T00:00:00Z"))], { expected: "4xx: endDateTime is beyond three years" }],
    ["no date", [mint(ends("tomorrow"))], { expected: "4xx: endDateTime is no date" }],
    ["30 February", [mint(ends("2028-02-30T00:00:00Z"))], { expected: "4xx: endDateTime is no date" }],
    ["what a refusal leaves", [readPrincipal(), mint(none, refused), readPrincipal([triple("a")])], { pointer: "" }],
  ],
  supposes: [["an end in the past", [mint(past)], { expected: "4xx: endDateTime is in the past" }]],
  passes: [
    ["refusals", [mint(none, refused), mint(past, refused), mint(ends("tomorrow"), refused)]],
    [
      "an object that stays as it was, but for what nobody declared",
      [readPrincipal([], { news: 1 }), mint(none, refused), readPrincipal([], { news: 2 })],
    ],
  ],
  ignores: [
    ["lower case cn=", [mint({ displayName: "cn=x" }), mint({ displayName: "cn=x" }, refused)]],
    ["three years to the day", [mint(ends("2029-06-01T00:00:00Z")), mint(ends("2029-06-01T12:00:00Z"), refused)]],
    ["an end that is now", [mint(ends("2026-06-01T00:00:00Z"))]],
    [
      "a clock that is a year late, by the answer's Date",
      [mint(ends("2030-01-01T00:00:00Z"), { headers: { date: "Tue, 01 Jun 2027 00:00:00 GMT" } })],
    ],
    ["passing trouble", [mint(none, { status: 503 }), mint(none, { status: 429 })]],
  ],
});
