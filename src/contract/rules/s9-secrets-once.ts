/** S9: a secret is shown once. */
import type { Exchange } from "../exchange.js";
import { isBodyKnown, isSuccess, toJson, toList } from "../exchange.js";
import { equals, holds } from "../judge.js";
import { entitiesIn } from "../model/shown.js";
import type { Rule, RuleResult } from "../rule.js";

const HINT_CHARACTERS = 3;

export const secretsOnce: Rule = {
  id: "S9",
  title: "secretText is null in every read; addPassword shows it once, with its first three characters as hint",
  evidence: ["doc-text"],
  source: "https://learn.microsoft.com/graph/api/resources/passwordcredential",
  operations: [
    "servicePrincipal.get",
    "servicePrincipal.getByAppId",
    "servicePrincipal.list",
    "servicePrincipal.addPassword",
  ],
  check: (exchanges) => exchanges.flatMap((exchange) => [...judgeReads(exchange), ...judgeAnswer(exchange)]),
};

function judgeReads(exchange: Exchange): RuleResult[] {
  return entitiesIn(exchange, "servicePrincipal").flatMap(({ pointer, json }) =>
    toList(json["passwordCredentials"]).map(({ secretText = null }, index) => {
      const at = `${pointer}/passwordCredentials/${index}/secretText`;
      return holds(secretText === null, [exchange], at, "null", secretText === null ? "null" : "a secret");
    }),
  );
}

function judgeAnswer(exchange: Exchange): RuleResult[] {
  if (!exchange.operationId?.startsWith("servicePrincipal.addPassword") || !isSuccess(exchange)) return [];
  if (!isBodyKnown(exchange.response)) return [];
  const { secretText, hint } = toJson(exchange.response.json);
  const isText = typeof secretText === "string" && secretText !== "";
  const found = [holds(isText, [exchange], "/secretText", "a secret", isText ? "a secret" : "none")];
  // Redaction puts the beginning of what stands for the secret in the place of a hint that is right.
  return isText ? [...found, equals([exchange], "/hint", secretText.slice(0, HINT_CHARACTERS), hint ?? null)] : found;
}
