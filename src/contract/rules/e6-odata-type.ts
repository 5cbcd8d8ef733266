/** E6: types are named where they can differ. */
import type { Exchange } from "../exchange.js";
import { toJson } from "../exchange.js";
import { holds } from "../judge.js";
import { entitiesIn, wantsMetadata } from "../model/shown.js";
import type { Rule, RuleResult } from "../rule.js";

const CONNECTOR = "#microsoft.graph.identityApiConnector";

export const odataType: Rule = {
  id: "E6",
  title: "authenticationConfiguration has its @odata.type with #; elsewhere it is absent or the declared type",
  evidence: ["doc-example", "odata"],
  source:
    "OData JSON Format 4.01 section 4.6.3; example of https://learn.microsoft.com/graph/api/identityapiconnector-uploadclientcertificate",
  operations: [
    "identityApiConnector.list",
    "identityApiConnector.create",
    "identityApiConnector.get",
    "identityApiConnector.uploadClientCertificate",
  ],
  check: (exchanges) => exchanges.flatMap(judge),
};

function judge(exchange: Exchange): RuleResult[] {
  if (!wantsMetadata(exchange)) return [];
  return entitiesIn(exchange, "identityApiConnector").flatMap(({ pointer, json }) => {
    const { "@odata.type": own, authenticationConfiguration } = json;
    const found = [
      holds(own === undefined || own === CONNECTOR, [exchange], `${pointer}/@odata.type`, CONNECTOR, own ?? null),
    ];
    if (authenticationConfiguration === null || authenticationConfiguration === undefined) return found;
    const type = toJson(authenticationConfiguration)["@odata.type"];
    const isTyped = typeof type === "string" && /^#microsoft\.graph\.\w+$/.test(type);
    const at = `${pointer}/authenticationConfiguration/@odata.type`;
    return [...found, holds(isTyped, [exchange], at, "#microsoft.graph.…", type ?? null)];
  });
}
