/** T5: what conditions on ETags do. */
import { observed } from "../judge.js";
import type { Rule } from "../rule.js";

export const conditional: Rule = {
  id: "T5",
  title: "If-Match with *, with a wrong ETag: not documented for these resources, so noted",
  evidence: ["observation"],
  source: "not documented; RFC 9110 section 13.1.1",
  operations: [],
  check: (exchanges) =>
    exchanges.flatMap((exchange) => {
      const condition = exchange.request.headers["if-match"];
      if (condition === undefined || exchange.response.status === 0) return [];
      return [observed([exchange], "status", `If-Match: ${condition}`, exchange.response.status)];
    }),
};
