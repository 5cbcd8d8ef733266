import { removeOne } from "../../../../src/contract/rules/c11-remove-one.js";
import { CONNECTOR, connector, entry, patch, readConnector } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const { authenticationConfiguration } = connector([entry(1)]);
const [two, one] = [readConnector([entry(0), entry(1)]), readConnector([entry(1)])];

ruleCases(removeOne, {
  catches: [],
  notes: [
    [
      "that it is refused",
      [two, patch(CONNECTOR, { authenticationConfiguration }, { status: 400 }), two],
      { actual: { status: 400, before: 2, after: 2 } },
    ],
    [
      "that it works",
      [two, patch(CONNECTOR, { authenticationConfiguration }), one],
      { actual: { status: 204, before: 2, after: 1 } },
    ],
    ["nothing of another PATCH", [two, patch(CONNECTOR, { displayName: "x" }), two]],
  ],
});
