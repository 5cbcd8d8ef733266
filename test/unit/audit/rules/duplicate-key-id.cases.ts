/** ServicePrincipals for the rule of this name. */
import type { AuditRuleCases } from "../rule-case.js";
import { error } from "../rule-case.js";
import { clientSecret, guid, servicePrincipal, triple } from "../sample-service-principal.js";

export const cases: AuditRuleCases = {
  catches: [
    {
      name: "of Sign key and Verify key",
      json: servicePrincipal([triple({ verify: { keyId: guid(10) } })]),
      says: error("/keyCredentials/1/keyId"),
    },
    {
      name: "of two secrets, in either case",
      json: servicePrincipal([], {
        passwords: [
          clientSecret({ keyId: "ABCDEF00-0000-4000-8000-000000000000" }),
          clientSecret({ keyId: "abcdef00-0000-4000-8000-000000000000" }),
        ],
      }),
      says: error("/passwordCredentials/1/keyId"),
    },
  ],
  leaves: [
    {
      name: "none",
      json: servicePrincipal([], { passwords: [clientSecret({ keyId: null }), clientSecret({ keyId: null })] }),
    },
  ],
};
