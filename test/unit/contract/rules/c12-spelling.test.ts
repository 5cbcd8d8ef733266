import { spelling } from "../../../../src/contract/rules/c12-spelling.js";
import { CONNECTOR, connector, error, get } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const read = (answer: object, status = 200, isUndocumented = false) =>
  get(CONNECTOR, answer, { status, relation: { kind: "spelling", group: "g", variant: "a slash", isUndocumented } });
const lower = { "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#identity/apiconnectors/$entity" };

ruleCases(spelling, {
  catches: [
    [
      "404 for another case",
      [read(connector()), read(error("a"), 404)],
      { expected: { status: 200 }, actual: { status: 404, code: "a" } },
    ],
    ["another object", [read(connector()), read(connector([], { displayName: "x" }))], { pointer: "" }],
  ],
  passes: [
    [
      "another context, and members that nobody declared",
      [read(connector()), read(connector(undefined, { ...lower, news: 1 }))],
    ],
    ["two errors of one code", [read(error("a"), 404), read(error("a", { date: "2026-06-01T00:00:01" }), 404)]],
  ],
  notes: [
    [
      "what no page spells so",
      [read(connector()), read(error("a"), 404, true)],
      { expected: "does a slash mean the same?", actual: false },
    ],
  ],
  ignores: [
    ["429 in between", [read(connector()), read(error("TooManyRequests"), 429)]],
    ["503 in between", [read(connector()), read(error("serviceNotAvailable"), 503)]],
  ],
});
