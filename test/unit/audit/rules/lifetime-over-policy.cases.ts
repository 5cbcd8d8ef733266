/** ServicePrincipals for the rule of this name. */
import type { AuditRuleCases } from "../rule-case.js";
import { warning } from "../rule-case.js";
import { clientCertificate, servicePrincipal, triple } from "../sample-service-principal.js";

export const cases: AuditRuleCases = {
  catches: [
    {
      name: "ten years",
      json: servicePrincipal([triple({ start: "2026-01-01T00:00:00Z", end: "2036-01-01T00:00:00Z" })]),
      says: warning("/keyCredentials/0/endDateTime"),
    },
    {
      name: "three years and eleven minutes",
      json: servicePrincipal([triple({ start: "2026-01-01T00:00:00Z", end: "2029-01-01T00:11:00Z" })]),
      says: warning("/keyCredentials/0/endDateTime"),
    },
    {
      name: "three years from 29 February to 1 March",
      json: servicePrincipal([triple({ start: "2024-02-29T00:00:00Z", end: "2027-03-01T00:00:00Z" })]),
      says: warning("/keyCredentials/0/endDateTime"),
    },
  ],
  leaves: [
    {
      name: "three years and ten minutes, as Graph's own",
      json: servicePrincipal([triple({ start: "2026-01-01T00:00:00Z", end: "2029-01-01T00:10:00Z" })]),
    },
    {
      name: "a client's certificate of ten years",
      json: servicePrincipal([], { keys: [clientCertificate({ endDateTime: "2036-01-01T00:00:00Z" })] }),
    },
    { name: "a start that was not read", json: servicePrincipal([triple({ sign: { startDateTime: null } })]) },
  ],
};
