import type { Json } from "../../../../src/contract/exchange.js";
import { active } from "../../../../src/contract/rules/c6-active.js";
import type { More } from "./exchanges.js";
import { connector, entry, get, pooled, post, readConnector, seconds, UPLOAD } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const on = { isActive: true };
const pointer = "/authenticationConfiguration/certificateList";
const [first, second] = [pooled(0).thumbprint, pooled(1).thumbprint];
const upload = (index: number, list: readonly Json[], more?: More) =>
  post(UPLOAD, pooled(index).file, connector(list), more);
const expired = { notAfter: seconds("2026-05-01T00:00:00Z") };
const future = { notBefore: seconds("2026-07-01T00:00:00Z") };
const edge = { notAfter: seconds("2026-06-01T00:00:02Z") };
const start = upload(0, [entry(0, on)]);

ruleCases(active, {
  catches: [
    [
      "two active ones",
      [readConnector([entry(0, on), entry(1, on)])],
      { pointer, expected: "at most one active entry" },
      { pointer, actual: [first, second] },
    ],
    [
      "the first instead of the last",
      [start, upload(1, [entry(0, on), entry(1)])],
      { expected: [second], actual: [first] },
    ],
    ["one that is not valid yet", [readConnector([entry(0, { ...on, ...future })])], { expected: [], actual: [first] }],
    [
      "an expired one beside a valid one",
      [readConnector([entry(0), entry(1, { ...on, ...expired })])],
      { expected: [first], actual: [second] },
    ],
    ["none of two valid ones", [readConnector([entry(0), entry(1)])], { actual: [] }],
  ],
  passes: [
    ["the last one, wherever it stands", [start, upload(1, [entry(1, on), entry(0)])]],
    ["two certificates of which one has expired", [start, upload(1, [entry(0, on), entry(1, expired)])]],
    [
      "either of two whose uploads nobody saw",
      [readConnector([entry(0, on), entry(1)]), readConnector([entry(0), entry(1, on)])],
    ],
    [
      "either at the edge of a second",
      [readConnector([entry(0, { ...on, ...edge })]), readConnector([entry(0, edge)])],
    ],
    ["one certificate in two entries", [start, upload(0, [entry(0, on), entry(0)])]],
    [
      "the first uploaded again, of which nothing is documented",
      [start, upload(1, [entry(0), entry(1, on)]), upload(0, [entry(0), entry(1, on)])],
    ],
    [
      "either of two uploads that were under way at once",
      [upload(0, [entry(0, on)], { at: 0, took: 500 }), upload(1, [entry(0, on), entry(1)], { at: 100, took: 600 })],
    ],
    ["any of a list of connectors", [get("/identity/apiConnectors", { value: [connector([entry(0, on), entry(1)])] })]],
  ],
  ignores: [["a password", [readConnector()]]],
});
