import { undeclaredMembers } from "../../../../src/contract/rules/e7-undeclared-members.js";
import { CONNECTOR, connector, get, PRINCIPAL, principal } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

ruleCases(undeclaredMembers, {
  catches: [],
  notes: [
    [
      "a member that a closed type does not declare",
      [get(CONNECTOR, connector([], { news: 1 }))],
      { pointer: "/news" },
    ],
  ],
  ignores: [
    ["a connector as declared", [get(CONNECTOR, connector([]))]],
    ["an open type", [get(PRINCIPAL, principal([], { news: 1 }))]],
  ],
});
