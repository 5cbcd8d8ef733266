/** E11: what was created says where it is. */
import { toJson } from "../exchange.js";
import { equals, holds } from "../judge.js";
import type { Rule, RuleResult } from "../rule.js";

export const location: Rule = {
  id: "E11",
  title: "201 has a Location that leads to the new entity",
  evidence: ["odata", "hypothesis"],
  source: "OData 4.01 Protocol section 8.3.3",
  operations: [],
  check: (exchanges) =>
    exchanges.flatMap((exchange, index): RuleResult[] => {
      if (exchange.response.status !== 201) return [];
      const location = exchange.response.headers["location"] ?? null;
      const found = [holds(location !== null, [exchange], "header:location", "an address", location)];
      const { id } = toJson(exchange.response.json);
      const read = exchanges
        .slice(index + 1)
        .find(
          ({ request, response }) => request.method === "GET" && request.url === location && response.status === 200,
        );
      if (read === undefined) return found;
      return [...found, equals([exchange, read], "/id", id, toJson(read.response.json)["id"])];
    }),
};
