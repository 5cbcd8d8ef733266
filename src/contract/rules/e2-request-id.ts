/** E2: every answer can be told apart by its ids. */
import { holds } from "../judge.js";
import { isOfContract } from "../model/scope.js";
import type { Rule, RuleResult } from "../rule.js";
import { isUuid } from "../validation/uuid.js";

export const requestId: Rule = {
  id: "E2",
  title: "Every answer has a request-id; a GUID sent as client-request-id comes back",
  evidence: ["doc-text", "third-party"],
  source:
    "https://learn.microsoft.com/graph/best-practices-concept#reliability-and-support (request-id); azure-docs#59275 and Microsoft Dev Proxy (client-request-id)",
  operations: [],
  check: (exchanges) =>
    exchanges.filter(isOfContract).flatMap((exchange) => {
      const { request, response } = exchange;
      const id = response.headers["request-id"] ?? null;
      const found: RuleResult[] = [holds(id !== null && isUuid(id), [exchange], "header:request-id", "a GUID", id)];
      const sent = request.headers["client-request-id"];
      // What becomes of an id that is no GUID is not documented.
      if (sent === undefined || !isUuid(sent)) return found;
      const echo = response.headers["client-request-id"] ?? null;
      const isEcho = echo?.toLowerCase() === sent.toLowerCase();
      return [...found, holds(isEcho, [exchange], "header:client-request-id", sent, echo)];
    }),
};
