/** ServicePrincipals for the rule of this name. */
import type { AuditRuleCases } from "../rule-case.js";
import { error } from "../rule-case.js";
import { servicePrincipal, triple } from "../sample-service-principal.js";

export const cases: AuditRuleCases = {
  catches: [
    {
      name: "the password of the documentation",
      json: servicePrincipal([
        triple({ password: { startDateTime: "2027-01-25T00:00:00Z", endDateTime: "2022-01-27T19:40:33Z" } }),
      ]),
      says: error("/passwordCredentials/0/endDateTime"),
    },
    {
      name: "both keys",
      json: servicePrincipal([
        triple({ start: "2026-02-01T00:00:00Z", end: "2026-01-01T00:00:00Z", password: { endDateTime: null } }),
      ]),
      says: [...error("/keyCredentials/0/endDateTime"), ...error("/keyCredentials/1/endDateTime")],
    },
  ],
  leaves: [
    {
      name: "one instant",
      json: servicePrincipal([triple({ start: "2026-01-01T00:00:00Z", end: "2026-01-01T01:00:00+01:00" })]),
    },
    { name: "a start that was not read", json: servicePrincipal([triple({ sign: { startDateTime: null } })]) },
  ],
};
