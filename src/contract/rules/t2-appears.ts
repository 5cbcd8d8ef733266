/** T2: what was created is there, in the end. */
import type { Exchange } from "../exchange.js";
import { toJson } from "../exchange.js";
import { equals } from "../judge.js";
import { LAG_MS } from "../model/lag.js";
import type { Rule, RuleResult } from "../rule.js";

export const appears: Rule = {
  id: "T2",
  title: "404 right after a creation is taken for lag only; in the end the object is there",
  evidence: ["third-party"],
  source: "terraform-provider-azuread#656",
  operations: ["servicePrincipal.create", "identityApiConnector.create"],
  check: (exchanges) =>
    exchanges.flatMap((exchange, index): RuleResult[] => {
      if (exchange.response.status !== 201) return [];
      const id = String(toJson(exchange.response.json)["id"]).toLowerCase();
      const reads = readsOf(id, exchanges.slice(index + 1));
      const last = reads.find(({ response }) => response.status === 200) ?? reads.at(-1);
      // Others may have looked too early, and not again.
      const isEarly = exchange.isForeign && last?.response.status === 404 && last.sentAt - exchange.receivedAt < LAG_MS;
      return last === undefined || isEarly ? [] : [equals([exchange, last], "status", 200, last.response.status)];
    }),
};

/** Up to its deletion. */
function readsOf(id: string, later: readonly Exchange[]): readonly Exchange[] {
  const end = later.findIndex(({ request, key }) => request.method === "DELETE" && key === id);
  const alive = end < 0 ? later : later.slice(0, end);
  return alive.filter(
    ({ request, key, response }) => request.method === "GET" && key === id && [200, 404].includes(response.status),
  );
}
