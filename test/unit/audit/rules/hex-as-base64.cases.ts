/** ServicePrincipals for the rule of this name. */
import type { AuditRuleCases } from "../rule-case.js";
import { warning } from "../rule-case.js";
import { base64OfText, FIRST_THUMBPRINT, servicePrincipal, triple } from "../sample-service-principal.js";

export const cases: AuditRuleCases = {
  catches: [
    {
      name: "a thumbprint, once for the three entries",
      json: servicePrincipal([triple({ identifier: FIRST_THUMBPRINT })]),
      says: warning("/keyCredentials/0/customKeyIdentifier"),
    },
    {
      name: "in lower case",
      json: servicePrincipal([triple({ identifier: FIRST_THUMBPRINT.toLowerCase() })]),
      says: warning("/keyCredentials/0/customKeyIdentifier"),
    },
    {
      name: "the digits of a SHA-256",
      json: servicePrincipal([triple({ identifier: "0".repeat(64) })]),
      says: warning("/keyCredentials/0/customKeyIdentifier"),
    },
  ],
  leaves: [
    {
      name: "the ASCII of the digits",
      json: servicePrincipal([triple({ identifier: base64OfText(FIRST_THUMBPRINT) })]),
    },
    { name: "39 digits", json: servicePrincipal([triple({ identifier: FIRST_THUMBPRINT.slice(1) })]) },
  ],
};
