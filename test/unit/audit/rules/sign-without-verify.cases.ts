/** ServicePrincipals for the rule of this name. */
import type { AuditRuleCases } from "../rule-case.js";
import { error } from "../rule-case.js";
import { servicePrincipal, triple } from "../sample-service-principal.js";

export const cases: AuditRuleCases = {
  catches: [
    {
      name: "the Sign key and its password alone",
      json: servicePrincipal([{ sign: triple().sign, password: triple().password }]),
      says: error("/keyCredentials/0"),
    },
    {
      name: "an empty identifier in both",
      json: servicePrincipal([triple({ identifier: "", verify: { endDateTime: "2027-01-01T00:00:00Z" } })]),
      says: error("/keyCredentials/0"),
    },
  ],
  leaves: [
    {
      name: "a Verify key of another identifier and the same dates",
      json: servicePrincipal([triple({ verify: { customKeyIdentifier: "AAAA" } })]),
    },
  ],
};
