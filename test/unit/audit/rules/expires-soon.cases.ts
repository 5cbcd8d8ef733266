/** ServicePrincipals for the rule of this name. */
import type { AuditRuleCases } from "../rule-case.js";
import { info, warning } from "../rule-case.js";
import {
  clientCertificate,
  FIRST_THUMBPRINT,
  SECOND_THUMBPRINT,
  secondTriple,
  servicePrincipal,
  triple,
} from "../sample-service-principal.js";

export const cases: AuditRuleCases = {
  catches: [
    {
      name: "in this second",
      json: servicePrincipal([triple({ end: "2026-06-01T00:00:00Z" })]),
      says: warning("/keyCredentials/0/endDateTime"),
    },
    {
      name: "tomorrow",
      json: servicePrincipal([triple({ end: "2026-06-02T00:00:00Z" })]),
      says: warning("/keyCredentials/0/endDateTime"),
    },
    {
      name: "in 30 days, written with an offset",
      json: servicePrincipal([triple({ end: "2026-07-01T02:00:00+02:00" })]),
      says: warning("/keyCredentials/0/endDateTime"),
    },
    {
      name: "the preferred one, its successor there",
      json: servicePrincipal([triple({ end: "2026-06-10T00:00:00Z" }), secondTriple()], {
        preferred: FIRST_THUMBPRINT,
      }),
      says: warning("/keyCredentials/0/endDateTime"),
    },
    {
      name: "one that was replaced",
      json: servicePrincipal([triple({ end: "2026-06-10T00:00:00Z" }), secondTriple()], {
        preferred: SECOND_THUMBPRINT,
      }),
      says: info("/keyCredentials/0/endDateTime"),
    },
    {
      name: "one of two, none preferred",
      json: servicePrincipal([triple({ end: "2026-06-10T00:00:00Z" }), secondTriple()]),
      says: info("/keyCredentials/0/endDateTime"),
    },
    {
      name: "a client's certificate",
      json: servicePrincipal([], { keys: [clientCertificate({ endDateTime: "2026-06-10T00:00:00Z" })] }),
      says: warning("/keyCredentials/0/endDateTime"),
    },
    {
      name: "in 60 days, as asked",
      json: servicePrincipal([triple({ end: "2026-07-31T00:00:00Z" })]),
      expiresWithinDays: 60,
      says: warning("/keyCredentials/0/endDateTime"),
    },
  ],
  leaves: [
    {
      name: "in 30 days and a fraction of a second",
      json: servicePrincipal([triple({ end: "2026-07-01T00:00:00.0010000Z" })]),
    },
    { name: "a second ago", json: servicePrincipal([triple({ end: "2026-05-31T23:59:59Z" })]) },
    {
      name: "tomorrow, with no days to look ahead",
      json: servicePrincipal([triple({ end: "2026-06-02T00:00:00Z" })]),
      expiresWithinDays: 0,
    },
  ],
};
