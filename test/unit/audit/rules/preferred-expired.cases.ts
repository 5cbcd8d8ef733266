/** ServicePrincipals for the rule of this name. */
import { thumbprintSha256 } from "../../../../src/x509/thumbprint.js";
import type { AuditRuleCases } from "../rule-case.js";
import { error } from "../rule-case.js";
import { base64OfHex, FIRST_THUMBPRINT, secondTriple, servicePrincipal, triple } from "../sample-service-principal.js";

export const cases: AuditRuleCases = {
  catches: [
    {
      name: "a second ago",
      json: servicePrincipal([triple({ end: "2026-05-31T23:59:59Z" })], { preferred: FIRST_THUMBPRINT }),
      says: error("/preferredTokenSigningKeyThumbprint"),
    },
    {
      name: "with another that is valid",
      json: servicePrincipal([triple({ end: "2026-01-01T00:00:00Z" }), secondTriple()], {
        preferred: FIRST_THUMBPRINT,
      }),
      says: error("/preferredTokenSigningKeyThumbprint"),
    },
    {
      name: "by the SHA-256 of the digits",
      json: servicePrincipal(
        [
          triple({
            end: "2026-01-01T00:00:00Z",
            identifier: base64OfHex(thumbprintSha256(new TextEncoder().encode(FIRST_THUMBPRINT))),
          }),
        ],
        { preferred: FIRST_THUMBPRINT },
      ),
      says: error("/preferredTokenSigningKeyThumbprint"),
    },
  ],
  leaves: [
    {
      name: "in this second",
      json: servicePrincipal([triple({ end: "2026-06-01T00:00:00Z" })], { preferred: FIRST_THUMBPRINT }),
    },
    {
      name: "another has",
      json: servicePrincipal([triple(), secondTriple({ end: "2026-01-01T00:00:00Z" })], {
        preferred: FIRST_THUMBPRINT,
      }),
    },
    { name: "none is preferred", json: servicePrincipal([triple({ end: "2026-01-01T00:00:00Z" })]) },
    {
      name: "a text that is no thumbprint",
      json: servicePrincipal([triple({ end: "2026-01-01T00:00:00Z" })], { preferred: "unused" }),
    },
  ],
};
