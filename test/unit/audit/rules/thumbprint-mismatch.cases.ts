/** ServicePrincipals for the rule of this name. */
import { thumbprintSha256 } from "../../../../src/x509/thumbprint.js";
import type { AuditRuleCases } from "../rule-case.js";
import { warning } from "../rule-case.js";
import {
  base64OfHex,
  base64OfText,
  clientCertificate,
  FIRST,
  FIRST_THUMBPRINT,
  SECOND_THUMBPRINT,
  secondTriple,
  servicePrincipal,
  triple,
} from "../sample-service-principal.js";

export const cases: AuditRuleCases = {
  catches: [
    {
      name: "the thumbprint of nothing here",
      json: servicePrincipal([triple({ hasKey: true, identifier: base64OfHex("00".repeat(20)) })]),
      says: warning("/keyCredentials/1/customKeyIdentifier"),
    },
    {
      name: "the thumbprint of another certificate",
      json: servicePrincipal([triple({ hasKey: true, identifier: base64OfHex(SECOND_THUMBPRINT) })], {
        keys: [
          clientCertificate({ customKeyIdentifier: null, key: secondTriple({ hasKey: true }).verify.key ?? null }),
        ],
      }),
      says: warning("/keyCredentials/1/customKeyIdentifier"),
    },
    {
      name: "another's SHA-256 of the digits",
      json: servicePrincipal([
        triple({
          hasKey: true,
          identifier: base64OfHex(thumbprintSha256(new TextEncoder().encode(SECOND_THUMBPRINT))),
        }),
        secondTriple({ hasKey: true }),
      ]),
      says: warning("/keyCredentials/1/customKeyIdentifier"),
    },
    {
      name: "another's hex digits",
      json: servicePrincipal([triple({ hasKey: true, identifier: SECOND_THUMBPRINT })]),
      says: warning("/keyCredentials/1/customKeyIdentifier"),
    },
  ],
  leaves: [
    { name: "its thumbprint", json: servicePrincipal([triple({ hasKey: true })]) },
    {
      name: "the SHA-256 of the digits",
      json: servicePrincipal([
        triple({ hasKey: true, identifier: base64OfHex(thumbprintSha256(new TextEncoder().encode(FIRST_THUMBPRINT))) }),
      ]),
    },
    {
      name: "the SHA-256 of the certificate",
      json: servicePrincipal([triple({ hasKey: true, identifier: base64OfHex(thumbprintSha256(FIRST)) })]),
    },
    { name: "its hex digits", json: servicePrincipal([triple({ hasKey: true, identifier: FIRST_THUMBPRINT })]) },
    {
      name: "its thumbprint encoded twice",
      json: servicePrincipal([triple({ hasKey: true, identifier: base64OfText(base64OfHex(FIRST_THUMBPRINT)) })]),
    },
    {
      name: "the ASCII of its hex digits",
      json: servicePrincipal([triple({ hasKey: true, identifier: base64OfText(FIRST_THUMBPRINT) })]),
    },
    {
      name: "32 octets of nobody knows what, as the portal makes them",
      json: servicePrincipal([triple({ hasKey: true, identifier: base64OfHex("5A".repeat(32)) })]),
    },
    { name: "a text", json: servicePrincipal([triple({ hasKey: true, identifier: base64OfText("signing") })]) },
    { name: "no key to compare with", json: servicePrincipal([triple({ identifier: base64OfHex("00".repeat(20)) })]) },
  ],
};
