/** E5: `@odata.context` says what the body is. */
import type { Exchange } from "../exchange.js";
import { isBodyKnown, isSuccess, toJson } from "../exchange.js";
import { holds } from "../judge.js";
import { wantsMetadata } from "../model/shown.js";
import { operationOf } from "../operation-of.js";
import type { Rule } from "../rule.js";

/** The fragments as the documentation's examples have them, by operation; `~` stands for a select list. */
const FRAGMENTS: Readonly<Record<string, string>> = {
  "identityApiConnector.list": "identity/apiConnectors~",
  "identityApiConnector.create": "identity/apiConnectors~/$entity",
  "identityApiConnector.get": "identity/apiConnectors~/$entity",
  "identityApiConnector.uploadClientCertificate": "identity/apiConnectors~/$entity",
  "servicePrincipal.list": "servicePrincipals~",
  "servicePrincipal.create": "servicePrincipals~/$entity",
  "servicePrincipal.get": "servicePrincipals~/$entity",
  "servicePrincipal.addTokenSigningCertificate": "microsoft.graph.selfSignedCertificate",
  "servicePrincipal.addPassword": "microsoft.graph.passwordCredential",
  "servicePrincipal.addKey": "microsoft.graph.keyCredential",
};

export const context: Rule = {
  id: "E5",
  title: "@odata.context is absolute, of this service, and names the kind of body",
  evidence: ["doc-example", "odata"],
  source:
    "OData JSON Format 4.01 section 4.6.1; examples of https://learn.microsoft.com/graph/api/identityapiconnector-uploadclientcertificate and serviceprincipal-addtokensigningcertificate",
  operations: Object.keys(FRAGMENTS),
  check: (exchanges) => exchanges.flatMap((exchange) => judge(exchange)),
};

function judge(exchange: Exchange): ReturnType<Rule["check"]> {
  const fragment = FRAGMENTS[(exchange.operationId ?? "").replace(/ByAppId$/, "")];
  if (fragment === undefined || !isSuccess(exchange) || !wantsMetadata(exchange)) return [];
  if (!isBodyKnown(exchange.response)) return [];
  const found = toJson(exchange.response.json)["@odata.context"];
  const { root } = operationOf(exchange.request.method, exchange.request.url);
  const expected = `${root}/$metadata#${fragment}`;
  const text = typeof found === "string" ? found.replace(/\(.*\)/, "") : "";
  const isMet = text.toLowerCase() === expected.replace("~", "").toLowerCase();
  return [holds(isMet, [exchange], "/@odata.context", expected.replace("~", ""), found ?? null)];
}
