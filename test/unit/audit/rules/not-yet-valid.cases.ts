/** ServicePrincipals for the rule of this name. */
import type { AuditRuleCases } from "../rule-case.js";
import { info, warning } from "../rule-case.js";
import {
  FIRST_THUMBPRINT,
  SECOND_THUMBPRINT,
  secondTriple,
  servicePrincipal,
  triple,
} from "../sample-service-principal.js";

export const cases: AuditRuleCases = {
  catches: [
    {
      name: "the only one",
      json: servicePrincipal([triple({ start: "2026-06-01T00:00:01Z" })]),
      says: warning("/keyCredentials/0/startDateTime"),
    },
    {
      name: "the preferred one",
      json: servicePrincipal([triple(), secondTriple({ start: "2026-07-01T00:00:00Z" })], {
        preferred: SECOND_THUMBPRINT,
      }),
      says: warning("/keyCredentials/2/startDateTime"),
    },
    {
      name: "one in waiting",
      json: servicePrincipal([triple(), secondTriple({ start: "2026-07-01T00:00:00Z" })], {
        preferred: FIRST_THUMBPRINT,
      }),
      says: info("/keyCredentials/2/startDateTime"),
    },
  ],
  leaves: [{ name: "in this second", json: servicePrincipal([triple({ start: "2026-06-01T00:00:00Z" })]) }],
};
