/** E12: pages of other origins can use the service. */
import type { Exchange } from "../exchange.js";
import { holds, supposed } from "../judge.js";
import type { Rule, RuleResult } from "../rule.js";

/** Without these a page can neither report a fault nor wait as it is told. */
const NEEDED = ["request-id", "client-request-id", "retry-after", "location"];
/** Allowed without being named (Fetch Standard, CORS-safelisted methods). */
const SAFE = ["get", "head", "post"];

const listOf = (text: string | undefined): readonly string[] =>
  (text ?? "").split(",").map((name) => name.trim().toLowerCase());

export const cors: Rule = {
  id: "E12",
  title: "A preflight is allowed, and pages may read request-id, client-request-id, Retry-After and Location",
  evidence: ["doc-text", "third-party", "hypothesis"],
  source:
    "https://learn.microsoft.com/onedrive/developer/rest-api/concepts/working-with-cors; Fetch Standard section 3.3; which headers are exposed is supposed, after Microsoft Dev Proxy",
  operations: [],
  check: (exchanges) =>
    exchanges.flatMap((exchange): RuleResult[] => {
      const { headers: sent, url, method } = exchange.request;
      const { headers, status } = exchange.response;
      const { origin } = sent;
      // A page of the same origin needs no leave.
      if (origin === undefined || status === 0 || origin === new URL(url).origin) return [];
      const isPreflight = method === "OPTIONS" && sent["access-control-request-method"] !== undefined;
      if (!isPreflight && exchange.operationId === undefined) return [];
      const allowed = headers["access-control-allow-origin"] ?? null;
      const at = "header:access-control-allow-origin";
      const isAllowed = holds(allowed === "*" || allowed === origin, [exchange], at, origin, allowed);
      return [isAllowed, ...(isPreflight ? preflight(exchange) : exposed(exchange))];
    }),
};

function preflight(exchange: Exchange): RuleResult[] {
  const { request, response } = exchange;
  const methods = listOf(response.headers["access-control-allow-methods"]);
  const method = request.headers["access-control-request-method"]?.toLowerCase() ?? "";
  const isMethod = SAFE.includes(method) || methods.includes(method) || methods.includes("*");
  const names = listOf(response.headers["access-control-allow-headers"]);
  const asked = listOf(request.headers["access-control-request-headers"]).filter((name) => name !== "");
  // `*` does not stand for authorization (Fetch Standard, CORS non-wildcard request-header names).
  const missing = asked.filter((name) => !names.includes(name) && (name === "authorization" || !names.includes("*")));
  return [
    holds(isMethod, [exchange], "header:access-control-allow-methods", method, methods.join(", ")),
    holds(missing.length === 0, [exchange], "header:access-control-allow-headers", asked, names),
  ];
}

function exposed(exchange: Exchange): RuleResult[] {
  const names = listOf(exchange.response.headers["access-control-expose-headers"]);
  const missing = NEEDED.filter((name) => !names.includes(name));
  return [supposed(missing.length === 0, [exchange], "header:access-control-expose-headers", NEEDED, names)];
}
