/** ServicePrincipals for the rule of this name. */
import type { AuditRuleCases } from "../rule-case.js";
import { error } from "../rule-case.js";
import { secondTriple, servicePrincipal, triple } from "../sample-service-principal.js";

export const cases: AuditRuleCases = {
  catches: [
    {
      name: "a Verify key of the same dates",
      json: servicePrincipal([triple({ verify: { customKeyIdentifier: "AAAA" } })]),
      says: error("/keyCredentials/1/customKeyIdentifier"),
    },
    {
      name: "a password of the same keyId",
      json: servicePrincipal([triple({ password: { customKeyIdentifier: "AAAA" } })]),
      says: error("/passwordCredentials/0/customKeyIdentifier"),
    },
    {
      name: "a password without one",
      json: servicePrincipal([triple({ password: { customKeyIdentifier: null } })]),
      says: error("/passwordCredentials/0/customKeyIdentifier"),
    },
    {
      name: "three different ones",
      json: servicePrincipal([
        triple({ verify: { customKeyIdentifier: "AAAA" }, password: { customKeyIdentifier: "BBBB" } }),
      ]),
      says: [...error("/keyCredentials/1/customKeyIdentifier"), ...error("/passwordCredentials/0/customKeyIdentifier")],
    },
  ],
  leaves: [
    { name: "two certificates of the same dates", json: servicePrincipal([triple(), secondTriple()]) },
    {
      name: "a Verify key of other dates",
      json: servicePrincipal([
        triple({ verify: { customKeyIdentifier: "AAAA", endDateTime: "2027-01-01T00:00:00Z" } }),
      ]),
    },
  ],
};
