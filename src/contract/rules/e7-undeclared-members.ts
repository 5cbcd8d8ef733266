/** E7: members that nobody declared are news, not faults. */
import { observed } from "../judge.js";
import type { Rule } from "../rule.js";

export const undeclaredMembers: Rule = {
  id: "E7",
  title: "A member that the metadata does not declare is noted, never a failure",
  evidence: ["csdl", "observation"],
  source: "OpenType in the metadata; OData 4.01 section 5 (clients take unknown members)",
  operations: [],
  check: (exchanges, { findings }) =>
    exchanges.flatMap((exchange) =>
      findings(exchange)
        .filter(({ kind }) => kind === "drift")
        .map(({ pointer, message }) => observed([exchange], pointer, "declared members", message)),
    ),
};
