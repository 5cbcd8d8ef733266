import { conditional } from "../../../../src/contract/rules/t5-conditional.js";
import { CONNECTOR, patch } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const change = (status: number, condition?: string) =>
  patch(CONNECTOR, {}, { status, sent: condition === undefined ? {} : { "if-match": condition } });

ruleCases(conditional, {
  catches: [],
  notes: [
    ["that a condition is passed over", [change(204, '"x"')], { expected: 'If-Match: "x"', actual: 204 }],
    [
      "that a condition is kept",
      [change(412, '"x"'), change(204, "*")],
      { actual: 412 },
      { expected: "If-Match: *", actual: 204 },
    ],
    ["nothing without a condition, or without an answer", [change(204), change(0, "*")]],
  ],
});
