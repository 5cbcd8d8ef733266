/** S8: when key bytes are shown. */
import type { Exchange } from "../exchange.js";
import { toJson, toList } from "../exchange.js";
import { holds } from "../judge.js";
import { entitiesIn, selectedIn } from "../model/shown.js";
import type { Rule, RuleResult } from "../rule.js";

export const keysShown: Rule = {
  id: "S8",
  title: "key is null unless keyCredentials of one object are selected, and for Sign always",
  evidence: ["doc-text", "third-party"],
  source: "https://learn.microsoft.com/graph/api/resources/keycredential (key); terraform-provider-microsoft365 (Sign)",
  operations: ["servicePrincipal.get", "servicePrincipal.getByAppId", "servicePrincipal.list"],
  check: (exchanges, expected) => {
    // Of these the service has the bytes: it has shown them.
    const minted = new Set(
      exchanges.flatMap((exchange) =>
        expected.minted(exchange)?.isReadable ? [toJson(exchange.response.json)["customKeyIdentifier"]] : [],
      ),
    );
    return exchanges.flatMap((exchange) => judge(exchange, minted));
  },
};

function judge(exchange: Exchange, minted: ReadonlySet<unknown>): RuleResult[] {
  const entities = entitiesIn(exchange, "servicePrincipal");
  if (entities.length === 0) return [];
  const isSelected = selectedIn(exchange).includes("keycredentials");
  return entities.flatMap(({ pointer, json, isListed }) =>
    toList(json["keyCredentials"]).flatMap(({ key, usage, customKeyIdentifier }, index): RuleResult[] => {
      const at = `${pointer}/keyCredentials/${index}/key`;
      const found = typeof key === "string" ? "key bytes" : "null";
      if (usage === "Sign" || isListed || !isSelected) return [holds(found === "null", [exchange], at, "null", found)];
      const isKnown = exchange.isSettled && usage === "Verify" && minted.has(customKeyIdentifier);
      return isKnown ? [holds(found === "key bytes", [exchange], at, "key bytes", found)] : [];
    }),
  );
}
