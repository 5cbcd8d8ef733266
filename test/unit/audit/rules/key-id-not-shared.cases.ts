/** ServicePrincipals for the rule of this name. */
import type { AuditRuleCases } from "../rule-case.js";
import { error } from "../rule-case.js";
import { guid, secondTriple, servicePrincipal, triple } from "../sample-service-principal.js";

export const cases: AuditRuleCases = {
  catches: [
    {
      name: "a password of its own keyId",
      json: servicePrincipal([triple({ password: { keyId: guid(99) } })]),
      says: error("/passwordCredentials/0/keyId"),
    },
    {
      name: "the Verify key's keyId",
      json: servicePrincipal([triple({ password: { keyId: guid(11) } })]),
      says: error("/passwordCredentials/0/keyId"),
    },
    {
      name: "none",
      json: servicePrincipal([triple({ password: { keyId: null } })]),
      says: error("/passwordCredentials/0/keyId"),
    },
  ],
  leaves: [
    {
      name: "the same keyId in upper case",
      json: servicePrincipal([
        triple({
          sign: { keyId: "ABCDEF00-0000-4000-8000-000000000000" },
          password: { keyId: "abcdef00-0000-4000-8000-000000000000" },
        }),
      ]),
    },
    {
      name: "two Sign keys of one identifier",
      json: servicePrincipal([triple(), secondTriple({ identifier: triple().sign.customKeyIdentifier ?? null })]),
    },
  ],
};
