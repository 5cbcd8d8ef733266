/** ServicePrincipals for the rule of this name. */
import type { AuditRuleCases } from "../rule-case.js";
import { info } from "../rule-case.js";
import { clientCertificate, servicePrincipal, triple } from "../sample-service-principal.js";

export const cases: AuditRuleCases = {
  catches: [
    {
      name: "a client's certificate",
      json: servicePrincipal([], { keys: [clientCertificate()] }),
      says: info("/keyCredentials/0"),
    },
    {
      name: "one beside a signing certificate",
      json: servicePrincipal([triple()], { keys: [clientCertificate()] }),
      says: info("/keyCredentials/2"),
    },
    {
      name: "one of a SAML application",
      json: servicePrincipal([], { keys: [clientCertificate()], others: { preferredSingleSignOnMode: "saml" } }),
      says: info("/keyCredentials/0"),
    },
  ],
  leaves: [
    {
      name: "the certificate that tokens are encrypted for",
      json: servicePrincipal([], {
        keys: [clientCertificate()],
        others: { tokenEncryptionKeyId: (clientCertificate().keyId ?? "").toUpperCase() },
      }),
    },
    {
      name: "one that is meant for a Sign key",
      json: servicePrincipal([triple({ verify: { customKeyIdentifier: "AAAA" } })]),
    },
    { name: "another usage", json: servicePrincipal([], { keys: [clientCertificate({ usage: "Encrypt" })] }) },
  ],
};
