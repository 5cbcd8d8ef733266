/** ServicePrincipals for the rule of this name. */
import type { AuditRuleCases } from "../rule-case.js";
import { error } from "../rule-case.js";
import { servicePrincipal, triple } from "../sample-service-principal.js";

export const cases: AuditRuleCases = {
  catches: [
    {
      name: "a Verify key",
      json: servicePrincipal([triple({ verify: { type: "X509CertAndPassword" } })]),
      says: error("/keyCredentials/1/type"),
    },
  ],
  leaves: [
    {
      name: "a Sign key as it is written",
      json: servicePrincipal([triple({ sign: { type: "X509CertAndPassword" } })]),
    },
  ],
};
