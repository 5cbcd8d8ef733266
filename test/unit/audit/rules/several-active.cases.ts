/** ServicePrincipals for the rule of this name. */
import type { AuditRuleCases } from "../rule-case.js";
import { warning } from "../rule-case.js";
import { FIRST_THUMBPRINT, secondTriple, servicePrincipal, triple } from "../sample-service-principal.js";

export const cases: AuditRuleCases = {
  catches: [
    {
      name: "two",
      json: servicePrincipal([triple(), secondTriple()]),
      says: warning("/preferredTokenSigningKeyThumbprint"),
    },
    {
      name: "two and an empty preference",
      json: servicePrincipal([triple(), secondTriple()], { preferred: "" }),
      says: warning("/preferredTokenSigningKeyThumbprint"),
    },
  ],
  leaves: [
    { name: "two, one preferred", json: servicePrincipal([triple(), secondTriple()], { preferred: FIRST_THUMBPRINT }) },
    { name: "one of two has ended", json: servicePrincipal([triple({ end: "2026-01-01T00:00:00Z" }), secondTriple()]) },
    {
      name: "one of two has not begun",
      json: servicePrincipal([triple(), secondTriple({ start: "2026-07-01T00:00:00Z" })]),
    },
    {
      name: "two, the preference not read",
      json: servicePrincipal([triple(), secondTriple()], { others: { preferredTokenSigningKeyThumbprint: undefined } }),
    },
  ],
};
