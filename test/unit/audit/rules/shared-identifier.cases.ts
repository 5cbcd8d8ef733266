/** ServicePrincipals for the rule of this name. */
import type { AuditRuleCases } from "../rule-case.js";
import { warning } from "../rule-case.js";
import { secondTriple, servicePrincipal, triple } from "../sample-service-principal.js";

export const cases: AuditRuleCases = {
  catches: [
    {
      name: "two Sign keys",
      json: servicePrincipal([triple({ identifier: "AAAA" }), secondTriple({ identifier: "AAAA" })]),
      says: warning("/keyCredentials/2/customKeyIdentifier"),
    },
  ],
  leaves: [
    { name: "two certificates", json: servicePrincipal([triple(), secondTriple()]) },
    {
      name: "two without an identifier",
      json: servicePrincipal([triple({ identifier: null }), secondTriple({ identifier: null })]),
    },
  ],
};
