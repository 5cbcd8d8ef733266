/** E4: the client's mistakes are answered as the client's. */
import type { Exchange } from "../exchange.js";
import { toJson } from "../exchange.js";
import { equals, holds } from "../judge.js";
import type { Rule, RuleResult } from "../rule.js";

/** Ids that nobody has. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

const isUnreadable = ({ request }: Exchange): boolean => request.text !== "" && request.json === undefined;

export const clientFaults: Rule = {
  id: "E4",
  title: "No token is 401, an unknown id 404, broken JSON 400; none of them is a fault of the server",
  evidence: ["doc-text", "hypothesis"],
  source: "https://learn.microsoft.com/graph/errors; RFC 9110 section 15.5.2",
  operations: [],
  check: (exchanges) =>
    exchanges.flatMap((exchange): RuleResult[] => {
      const { request, response, key, operationId } = exchange;
      if (operationId === undefined || response.status === 0 || response.status === 429) return [];
      if (request.headers["authorization"] === undefined) {
        const { code } = toJson(toJson(response.json)["error"]);
        return [
          equals([exchange], "status", 401, response.status),
          equals([exchange], "/error/code", "InvalidAuthenticationToken", code ?? null),
          holds(
            /^Bearer\b/i.test(response.headers["www-authenticate"] ?? ""),
            [exchange],
            "header:www-authenticate",
            "Bearer",
            response.headers["www-authenticate"] ?? null,
          ),
        ];
      }
      // Removing half of a minted pair was answered with 500 (S14).
      if (response.status === 500 && !/\.remove(?:Password|Key)/.test(operationId)) {
        return [holds(false, [exchange], "status", "no failure of the server", 500)];
      }
      if (isUnreadable(exchange)) return [equals([exchange], "status", 400, response.status)];
      return key === NOBODY ? [equals([exchange], "status", 404, response.status)] : [];
    }),
};
