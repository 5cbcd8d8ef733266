/** ServicePrincipals for the rule of this name. */
import type { AuditRuleCases } from "../rule-case.js";
import { warning } from "../rule-case.js";
import { servicePrincipal, triple } from "../sample-service-principal.js";

export const cases: AuditRuleCases = {
  catches: [
    {
      name: "a later end",
      json: servicePrincipal([triple({ hasKey: true, end: "2028-07-01T00:00:01Z" })]),
      says: warning("/keyCredentials/1/endDateTime"),
    },
    {
      name: "an earlier start",
      json: servicePrincipal([triple({ hasKey: true, start: "2025-06-30T23:49:59.9999999Z" })]),
      says: warning("/keyCredentials/1/startDateTime"),
    },
    {
      name: "both",
      json: servicePrincipal([triple({ hasKey: true, start: "2020-01-01T00:00:00Z", end: "2030-01-01T00:00:00Z" })]),
      says: [...warning("/keyCredentials/1/startDateTime"), ...warning("/keyCredentials/1/endDateTime")],
    },
  ],
  leaves: [
    { name: "a later start, as Graph's own have it", json: servicePrincipal([triple({ hasKey: true })]) },
    {
      name: "an end in the certificate's last second",
      json: servicePrincipal([triple({ hasKey: true, end: "2028-07-01T00:00:00.9999999Z" })]),
    },
    { name: "an earlier end", json: servicePrincipal([triple({ hasKey: true, end: "2027-01-01T00:00:00Z" })]) },
    { name: "no key to compare with", json: servicePrincipal([triple({ end: "2030-01-01T00:00:00Z" })]) },
  ],
};
