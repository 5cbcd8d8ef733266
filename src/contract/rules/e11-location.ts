/** E11: what was created says where it is. */
import type { Exchange } from "../exchange.js";
import { isBodyKnown, toJson } from "../exchange.js";
import { supposed } from "../judge.js";
import type { Rule, RuleResult } from "../rule.js";

export const location: Rule = {
  id: "E11",
  title: "201 has a Location that leads to the new entity",
  evidence: ["odata", "hypothesis"],
  source: "OData 4.01 Protocol section 8.3.3; Microsoft's pages do not say whether Graph keeps to it",
  operations: ["identityApiConnector.create", "servicePrincipal.create", "application.create"],
  check: (exchanges) => {
    const created = new Map<string, Exchange>();
    return exchanges.flatMap((exchange): RuleResult[] => {
      const { operationId, request, response } = exchange;
      if (response.status === 201 && operationId?.endsWith(".create")) {
        const address = addressIn(exchange);
        if (address !== undefined) created.set(address, exchange);
        const shown = response.headers["location"] ?? null;
        return [supposed(address !== undefined, [exchange], "header:location", "an address", shown)];
      }
      const creation = request.method === "GET" && response.status === 200 ? created.get(request.url) : undefined;
      if (creation === undefined) return [];
      created.delete(request.url);
      if (!isBodyKnown(creation.response) || !isBodyKnown(response)) return [];
      const [made, read] = [creation, exchange].map((it) => String(toJson(it.response.json)["id"]).toLowerCase());
      return [supposed(made === read, [creation, exchange], "/id", made, read)];
    });
  },
};

/** A reference, which may be relative (RFC 9110 section 10.2.2), as the address that it means. */
function addressIn({ request, response }: Exchange): string | undefined {
  const text = response.headers["location"];
  return text !== undefined && text !== "" && URL.canParse(text, request.url)
    ? new URL(text, request.url).href
    : undefined;
}
