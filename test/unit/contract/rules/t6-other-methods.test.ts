import { otherMethods } from "../../../../src/contract/rules/t6-other-methods.js";
import { CONNECTOR, error, line, patch } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

ruleCases(otherMethods, {
  catches: [],
  notes: [
    [
      "405 with what is allowed",
      [line("PUT", CONNECTOR, error(), { status: 405, headers: { allow: "GET" } })],
      { expected: "PUT where there is none", actual: { status: 405, allow: "GET" } },
    ],
    ["something else", [line("PUT", CONNECTOR, error(), { status: 400 })], { actual: { status: 400, allow: null } }],
    [
      "nothing of methods that there are, of $batch, and of what the contract does not know",
      [patch(CONNECTOR, {}), line("POST", "/$batch", {}), line("POST", "/me/sendMail")],
    ],
  ],
});
