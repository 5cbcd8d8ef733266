/** ServicePrincipals for the rule of this name. */
import type { AuditRuleCases } from "../rule-case.js";
import { warning } from "../rule-case.js";
import { base64OfText, FIRST_THUMBPRINT, servicePrincipal, triple } from "../sample-service-principal.js";

export const cases: AuditRuleCases = {
  catches: [
    {
      name: "the ASCII of a thumbprint",
      json: servicePrincipal([triple({ identifier: base64OfText(FIRST_THUMBPRINT) })]),
      says: warning("/keyCredentials/0/customKeyIdentifier"),
    },
    {
      name: "33 octets",
      json: servicePrincipal([triple({ identifier: base64OfText("x".repeat(33)) })]),
      says: warning("/keyCredentials/0/customKeyIdentifier"),
    },
  ],
  leaves: [
    { name: "32 octets", json: servicePrincipal([triple({ identifier: base64OfText("x".repeat(32)) })]) },
    { name: "no base64", json: servicePrincipal([triple({ identifier: "%".repeat(50) })]) },
  ],
};
