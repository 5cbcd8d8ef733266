/** ServicePrincipals for the rule of this name. */
import type { AuditRuleCases } from "../rule-case.js";
import { warning } from "../rule-case.js";
import { base64OfHex, base64OfText, FIRST_THUMBPRINT, servicePrincipal, triple } from "../sample-service-principal.js";

export const cases: AuditRuleCases = {
  catches: [
    {
      name: "base64 of base64",
      json: servicePrincipal([triple({ identifier: base64OfText(base64OfHex(FIRST_THUMBPRINT)) })]),
      says: warning("/keyCredentials/0/customKeyIdentifier"),
    },
  ],
  leaves: [
    {
      name: "28 other characters",
      json: servicePrincipal([triple({ identifier: base64OfText("twenty-eight other letters..") })]),
    },
    {
      name: "28 characters that are base64 of 21 octets",
      json: servicePrincipal([triple({ identifier: base64OfText("A".repeat(28)) })]),
    },
  ],
};
