/** ServicePrincipals for the rule of this name. */
import type { AuditRuleCases } from "../rule-case.js";
import { error } from "../rule-case.js";
import {
  base64OfHex,
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
      name: "another certificate's",
      json: servicePrincipal([triple()], { preferred: SECOND_THUMBPRINT }),
      says: error("/preferredTokenSigningKeyThumbprint"),
    },
    {
      name: "any, where there are none",
      json: servicePrincipal([], { preferred: FIRST_THUMBPRINT }),
      says: error("/preferredTokenSigningKeyThumbprint"),
    },
    {
      name: "a text that is none",
      json: servicePrincipal([triple()], { preferred: "unused" }),
      says: error("/preferredTokenSigningKeyThumbprint"),
    },
    {
      name: "a client's certificate",
      json: servicePrincipal([triple()], { preferred: SECOND_THUMBPRINT, keys: [clientCertificate()] }),
      says: error("/preferredTokenSigningKeyThumbprint"),
    },
    {
      name: "a client's certificate with its key and another identifier",
      json: servicePrincipal([triple()], {
        preferred: SECOND_THUMBPRINT,
        keys: [
          clientCertificate({ customKeyIdentifier: null, key: secondTriple({ hasKey: true }).verify.key ?? null }),
        ],
      }),
      says: error("/preferredTokenSigningKeyThumbprint"),
    },
    {
      name: "the certificate in key is another than the identifier's",
      json: servicePrincipal([triple({ hasKey: true, identifier: base64OfHex(SECOND_THUMBPRINT) })], {
        preferred: SECOND_THUMBPRINT,
      }),
      says: error("/preferredTokenSigningKeyThumbprint"),
    },
  ],
  leaves: [
    { name: "its thumbprint", json: servicePrincipal([triple()], { preferred: FIRST_THUMBPRINT }) },
    { name: "in lower case", json: servicePrincipal([triple()], { preferred: FIRST_THUMBPRINT.toLowerCase() }) },
    {
      name: "not read",
      json: servicePrincipal([triple()], { others: { preferredTokenSigningKeyThumbprint: undefined } }),
    },
    {
      name: "32 octets that cannot tell",
      json: servicePrincipal([triple({ identifier: base64OfHex("5A".repeat(32)) })], { preferred: SECOND_THUMBPRINT }),
    },
    {
      name: "32 octets whose certificate is shown",
      json: servicePrincipal([triple({ hasKey: true, identifier: base64OfHex("5A".repeat(32)) })], {
        preferred: FIRST_THUMBPRINT,
      }),
    },
  ],
};
