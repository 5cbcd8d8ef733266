/** E12: pages of other origins can use the service. */
import type { Exchange } from "../exchange.js";
import { holds } from "../judge.js";
import type { Rule, RuleResult } from "../rule.js";

/** Without these a page can neither report a fault nor wait as it is told. */
const NEEDED = ["request-id", "client-request-id", "retry-after", "location"];

const listOf = (text: string | undefined): readonly string[] =>
  (text ?? "").split(",").map((name) => name.trim().toLowerCase());

export const cors: Rule = {
  id: "E12",
  title: "A preflight is allowed, and pages may read request-id, client-request-id, Retry-After and Location",
  evidence: ["third-party"],
  source: "Fetch Standard section 3.3; headers as Microsoft Dev Proxy sends them for Graph",
  operations: [],
  check: (exchanges) =>
    exchanges.flatMap((exchange): RuleResult[] => {
      const { origin } = exchange.request.headers;
      if (origin === undefined || exchange.response.status === 0) return [];
      const { headers } = exchange.response;
      const allowed = headers["access-control-allow-origin"] ?? null;
      const isAllowed = holds(
        allowed === "*" || allowed === origin,
        [exchange],
        "header:access-control-allow-origin",
        origin,
        allowed,
      );
      return [isAllowed, ...(exchange.request.method === "OPTIONS" ? preflight(exchange) : exposed(exchange))];
    }),
};

function preflight(exchange: Exchange): RuleResult[] {
  const { request, response } = exchange;
  const methods = listOf(response.headers["access-control-allow-methods"]);
  const method = request.headers["access-control-request-method"]?.toLowerCase() ?? "";
  const isAllowed = methods.includes(method) || methods.includes("*");
  return [holds(isAllowed, [exchange], "header:access-control-allow-methods", method, methods.join(", "))];
}

function exposed(exchange: Exchange): RuleResult[] {
  const names = listOf(exchange.response.headers["access-control-expose-headers"]);
  const missing = NEEDED.filter((name) => !names.includes(name));
  return [holds(missing.length === 0, [exchange], "header:access-control-expose-headers", NEEDED, names)];
}
