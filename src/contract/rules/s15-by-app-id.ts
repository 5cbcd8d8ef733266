/** S15: one object, two addresses. */
import { equals } from "../judge.js";
import { essenceWithoutContext, related } from "../model/related.js";
import type { Rule } from "../rule.js";

export const byAppId: Rule = {
  id: "S15",
  title: "/servicePrincipals(appId='…') is /servicePrincipals/{id}",
  evidence: ["doc-text", "csdl"],
  source: "https://learn.microsoft.com/graph/api/serviceprincipal-get; alternate key appId in the metadata",
  operations: ["servicePrincipal.get", "servicePrincipal.getByAppId"],
  check: (exchanges) =>
    related(exchanges, "address").flatMap(([byId, ...others]) =>
      byId === undefined
        ? []
        : others.map((other) => equals([byId, other], "", essenceWithoutContext(byId), essenceWithoutContext(other))),
    ),
};
