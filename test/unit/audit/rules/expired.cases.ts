/** ServicePrincipals for the rule of this name. */
import type { AuditRuleCases } from "../rule-case.js";
import { error, info, warning } from "../rule-case.js";
import {
  clientCertificate,
  clientSecret,
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
      json: servicePrincipal([triple({ end: "2026-01-01T00:00:00Z" })]),
      says: error("/keyCredentials/0/endDateTime"),
    },
    {
      name: "one that was replaced",
      json: servicePrincipal([triple({ end: "2026-01-01T00:00:00Z" }), secondTriple()], {
        preferred: SECOND_THUMBPRINT,
      }),
      says: info("/keyCredentials/0/endDateTime"),
    },
    {
      name: "one beside a valid one",
      json: servicePrincipal([triple(), secondTriple({ end: "2026-01-01T00:00:00Z" })]),
      says: info("/keyCredentials/2/endDateTime"),
    },
    {
      name: "both",
      json: servicePrincipal([triple({ end: "2026-01-01T00:00:00Z" }), secondTriple({ end: "2026-01-01T00:00:00Z" })]),
      says: [...error("/keyCredentials/0/endDateTime"), ...error("/keyCredentials/2/endDateTime")],
    },
    {
      name: "a client's certificate",
      json: servicePrincipal([], { keys: [clientCertificate({ endDateTime: "2026-05-31T23:59:59.9999999Z" })] }),
      says: warning("/keyCredentials/0/endDateTime"),
    },
  ],
  leaves: [
    {
      name: "the preferred one, which another rule tells",
      json: servicePrincipal([triple({ end: "2026-01-01T00:00:00Z" })], { preferred: FIRST_THUMBPRINT }),
    },
    { name: "in this second", json: servicePrincipal([triple({ end: "2026-06-01T00:00:00.0000000Z" })]) },
    {
      name: "a client secret",
      json: servicePrincipal([], { passwords: [clientSecret({ endDateTime: "2026-01-01T00:00:00Z" })] }),
    },
    { name: "an end that nobody can read", json: servicePrincipal([triple({ end: "yesterday" })]) },
  ],
};
