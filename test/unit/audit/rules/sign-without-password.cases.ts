/** ServicePrincipals for the rule of this name. */
import type { AuditRuleCases } from "../rule-case.js";
import { error } from "../rule-case.js";
import { clientSecret, servicePrincipal, triple } from "../sample-service-principal.js";

export const cases: AuditRuleCases = {
  catches: [
    {
      name: "both keys alone",
      json: servicePrincipal([{ sign: triple().sign, verify: triple().verify }]),
      says: error("/keyCredentials/0"),
    },
    {
      name: "a client secret beside them",
      json: servicePrincipal([{ sign: triple().sign, verify: triple().verify }], { passwords: [clientSecret()] }),
      says: error("/keyCredentials/0"),
    },
  ],
  leaves: [
    {
      name: "a password of the same keyId and no identifier",
      json: servicePrincipal([triple({ password: { customKeyIdentifier: null } })]),
    },
  ],
};
