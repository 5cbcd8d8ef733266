/** ServicePrincipals for the rule of this name. */
import type { AuditRuleCases } from "../rule-case.js";
import { warning } from "../rule-case.js";
import {
  base64OfHex,
  base64OfText,
  clientSecret,
  FIRST_THUMBPRINT,
  secondTriple,
  servicePrincipal,
  triple,
} from "../sample-service-principal.js";

export const cases: AuditRuleCases = {
  catches: [
    {
      name: "the password alone",
      json: servicePrincipal([{ password: triple().password }]),
      says: warning("/passwordCredentials/0"),
    },
    {
      name: "the password of a removed certificate",
      json: servicePrincipal([triple(), { password: secondTriple().password }]),
      says: warning("/passwordCredentials/1"),
    },
    {
      name: "an identifier of hex digits",
      json: servicePrincipal([{ password: triple({ identifier: FIRST_THUMBPRINT }).password }]),
      says: warning("/passwordCredentials/0"),
    },
    {
      name: "an identifier that was encoded twice",
      json: servicePrincipal([
        { password: triple({ identifier: base64OfText(base64OfHex(FIRST_THUMBPRINT)) }).password },
      ]),
      says: warning("/passwordCredentials/0"),
    },
    {
      name: "a Verify key of its identifier",
      json: servicePrincipal([{ verify: triple().verify, password: triple().password }]),
      says: warning("/passwordCredentials/0"),
    },
  ],
  leaves: [
    {
      name: "an old secret with a description in UTF-16",
      json: servicePrincipal([], {
        passwords: [clientSecret({ customKeyIdentifier: base64OfText("I\0n\0i\0t\0i\0a\0l\0 \0p\0w\0") })],
      }),
    },
    {
      name: "an old secret with a description in ASCII",
      json: servicePrincipal([], {
        passwords: [clientSecret({ customKeyIdentifier: base64OfText("the secret of the nightly job") })],
      }),
    },
    {
      name: "an identifier that is no base64",
      json: servicePrincipal([], { passwords: [clientSecret({ customKeyIdentifier: "%" })] }),
    },
    {
      name: "a password of a Sign key by its keyId",
      json: servicePrincipal([
        triple({ password: { customKeyIdentifier: secondTriple().sign.customKeyIdentifier ?? null } }),
      ]),
    },
  ],
};
