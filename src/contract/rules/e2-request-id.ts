/** E2: every answer can be told apart by its ids. */
import { holds } from "../judge.js";
import type { Rule, RuleResult } from "../rule.js";
import { isUuid } from "../validation/uuid.js";

export const requestId: Rule = {
  id: "E2",
  title: "Every answer has a request-id; a client-request-id comes back",
  evidence: ["doc-text"],
  source: "https://learn.microsoft.com/graph/best-practices-concept (client-request-id)",
  operations: [],
  check: (exchanges) =>
    exchanges.flatMap((exchange) => {
      const { request, response } = exchange;
      // A browser's own question, answered before Graph is asked.
      if (response.status === 0 || request.method === "OPTIONS") return [];
      const id = response.headers["request-id"] ?? null;
      const found: RuleResult[] = [holds(id !== null && isUuid(id), [exchange], "header:request-id", "a GUID", id)];
      const sent = request.headers["client-request-id"];
      if (sent !== undefined) {
        const echo = response.headers["client-request-id"] ?? null;
        found.push(
          holds(echo?.toLowerCase() === sent.toLowerCase(), [exchange], "header:client-request-id", sent, echo),
        );
      }
      return found;
    }),
};
