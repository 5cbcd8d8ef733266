import { errorEnvelope } from "../../../../src/contract/rules/e3-error-envelope.js";
import { CONNECTOR, connector, error, get, REQUEST_ID } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const bad = (answer: unknown) => [get(CONNECTOR, answer, { status: 400 })];

ruleCases(errorEnvelope, {
  catches: [
    ["a text for an error", bad({ error: "no" }), { pointer: "/error", expected: "an object", actual: "string" }],
    ["an empty code", bad(error("")), { pointer: "/error/code", actual: "" }],
    [
      "innererror",
      bad({ error: { code: "a", message: "b", innererror: {} } }),
      { pointer: "/error", expected: "innerError", actual: "innererror" },
    ],
    [
      "a date with an offset",
      bad(error("a", { date: "2026-06-01T00:00:00Z" })),
      { pointer: "/error/innerError/date", actual: "2026-06-01T00:00:00Z" },
    ],
    [
      "the id of another request",
      bad(error("a", { "request-id": "x" })),
      { pointer: "/error/innerError/request-id", expected: REQUEST_ID, actual: "x" },
    ],
  ],
  passes: [
    ["an error without innerError", bad({ error: { code: "a", message: "" } })],
    ["a member that nobody declared", bad(error("a", { correlationId: "x" }))],
    ["its id in another case", bad(error("a", { "request-id": REQUEST_ID.toUpperCase() }))],
  ],
  ignores: [["a success", [get(CONNECTOR, connector())]]],
});
