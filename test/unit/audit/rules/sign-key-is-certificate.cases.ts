/** ServicePrincipals for the rule of this name. */
import type { AuditRuleCases } from "../rule-case.js";
import { error } from "../rule-case.js";
import { base64OfText, servicePrincipal, triple } from "../sample-service-principal.js";

export const cases: AuditRuleCases = {
  catches: [
    {
      name: "the certificate of the Verify key",
      json: servicePrincipal([
        triple({
          hasKey: true,
          sign: { type: "X509CertAndPassword", key: triple({ hasKey: true }).verify.key ?? null },
        }),
      ]),
      says: error("/keyCredentials/0/key"),
    },
  ],
  leaves: [
    { name: "null beside a Verify key that is shown", json: servicePrincipal([triple({ hasKey: true })]) },
    {
      name: "something else",
      json: servicePrincipal([triple({ sign: { type: "X509CertAndPassword", key: base64OfText("a PFX") } })]),
    },
  ],
};
