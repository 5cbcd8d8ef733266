/** S8: when key bytes are shown. */
import type { Exchange } from "../exchange.js";
import { toList } from "../exchange.js";
import { equals, holds } from "../judge.js";
import type { Expected } from "../model/expected.js";
import { entitiesIn } from "../model/shown.js";
import type { Rule, RuleResult } from "../rule.js";

export const keysShown: Rule = {
  id: "S8",
  title: "key is null unless keyCredentials of one object are selected, and for Sign always; there is no thumbprint",
  evidence: ["doc-text", "csdl"],
  source: "https://learn.microsoft.com/graph/api/resources/keycredential (key)",
  operations: ["servicePrincipal.get", "servicePrincipal.getByAppId", "servicePrincipal.list"],
  check: (exchanges, expected) => exchanges.flatMap((exchange) => judge(exchange, expected)),
};

function judge(exchange: Exchange, expected: Expected): RuleResult[] {
  const select = new URL(exchange.request.url).searchParams.get("$select")?.toLowerCase().split(",") ?? [];
  return entitiesIn(exchange, "servicePrincipal").flatMap(({ pointer, json, isListed }) =>
    toList(json["keyCredentials"]).flatMap((entry, index) => {
      const at = `${pointer}/keyCredentials/${index}`;
      const isShown = typeof entry["key"] === "string";
      const isAsked = !isListed && select.includes("keycredentials");
      const none = equals([exchange], at, undefined, entry["thumbprint"]);
      if (entry["usage"] === "Sign" || !isAsked) {
        return [none, holds(!isShown, [exchange], `${at}/key`, "null", isShown ? "key bytes" : "null")];
      }
      // Entries of which this traffic knows that they have bytes.
      const isKnown = expected.changes.some(({ writes }) =>
        writes.some((it) => expected.minted(it) && hasId(it, entry)),
      );
      return isKnown
        ? [none, holds(isShown, [exchange], `${at}/key`, "key bytes", isShown ? "key bytes" : "null")]
        : [none];
    }),
  );
}

function hasId({ response }: Exchange, entry: { readonly [name: string]: unknown }): boolean {
  const { customKeyIdentifier } = response.json as { readonly customKeyIdentifier?: unknown };
  return customKeyIdentifier === entry["customKeyIdentifier"];
}
