import { dates } from "../../../../src/contract/rules/s5-dates.js";
import { MINT, minted, post } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

/** Of a certificate of the pool, which is from 2026 to 2029: five months before the answer. */
const BEGINS = { pointer: "/key", expected: "notBefore at or up to 10 minutes before startDateTime" };
const mint = (asked: object, more: object = {}, headers: Record<string, string> = {}) => [
  post(MINT, asked, minted({ key: null, ...more }), { headers }),
];
const end = (endDateTime: string) => ({ endDateTime });

ruleCases(dates, {
  catches: [
    [
      "a beginning an hour ago",
      mint(end("2029-01-01T00:00:00Z"), { startDateTime: "2026-05-31T23:00:00Z" }),
      { pointer: "/startDateTime" },
    ],
    [
      "one year where nothing was asked for",
      mint({}, end("2027-06-01T00:00:00Z")),
      { pointer: "/endDateTime", expected: "2029-05-31T23:59:59.123Z", actual: "2027-06-01T00:00:00Z" },
    ],
    [
      "four years",
      mint(end("2030-06-01T00:00:00Z"), end("2030-06-01T00:00:00Z")),
      { pointer: "/endDateTime", expected: "at most three years from the start" },
    ],
    [
      "another end",
      mint(end("2028-01-01T00:00:00Z"), end("2028-01-01T01:00:00Z")),
      { expected: "2028-01-01T00:00:00.000Z" },
    ],
    ["no date", mint({}, { endDateTime: null }), { expected: "two dates" }],
  ],
  supposes: [
    [
      "a certificate of other dates",
      [post(MINT, end("2028-01-01T00:00:00Z"), minted(end("2028-01-01T00:00:00Z")))],
      { pointer: "/key", actual: "2029-01-01T00:00:00.000Z" },
      BEGINS,
    ],
  ],
  passes: [
    ["three years", mint({}, end("2029-06-01T00:00:00Z"))],
    ["an end with an offset, told in UTC", mint(end("2028-01-01T02:00:00+02:00"), end("2028-01-01T00:00:00Z"))],
    ["seven digits that go", mint(end("2028-01-01T00:00:00.7654321Z"), end("2028-01-01T00:00:00Z"))],
    [
      "29 February, from which three years end on either day",
      mint(
        {},
        { startDateTime: "2028-02-29T00:00:00Z", endDateTime: "2031-03-01T00:00:00Z" },
        { date: "Tue, 29 Feb 2028 00:00:00 GMT" },
      ),
    ],
    [
      "a client whose clock is a year late, by the answer's Date",
      mint(
        {},
        { startDateTime: "2027-06-01T00:00:00Z", endDateTime: "2030-06-01T00:00:00Z" },
        { date: "Tue, 01 Jun 2027 00:00:00 GMT" },
      ),
    ],
  ],
});
