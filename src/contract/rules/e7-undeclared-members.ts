/** E7: members that nobody declared are news, not faults. */
import { observed } from "../judge.js";
import type { Rule } from "../rule.js";
import { validate } from "../validation/validate.js";

export const undeclaredMembers: Rule = {
  id: "E7",
  title: "A member that the metadata does not declare is noted, never a failure",
  evidence: ["csdl", "observation"],
  source: "OpenType in the metadata; OData 4.01 section 5 (clients take unknown members)",
  operations: [],
  check: (exchanges) =>
    exchanges.flatMap((exchange) => {
      const { operationId, response } = exchange;
      if (operationId === undefined || response.status === 0) return [];
      return validate(operationId, response.status, response.json)
        .filter(({ kind }) => kind === "drift")
        .map(({ pointer, message }) => observed([exchange], pointer, "declared members", message));
    }),
};
