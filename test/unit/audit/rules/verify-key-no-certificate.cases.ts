/** ServicePrincipals for the rule of this name. */
import type { AuditRuleCases } from "../rule-case.js";
import { error } from "../rule-case.js";
import { base64OfText, clientCertificate, servicePrincipal, triple } from "../sample-service-principal.js";

export const cases: AuditRuleCases = {
  catches: [
    {
      name: "something else",
      json: servicePrincipal([triple({ verify: { key: base64OfText("a PFX") } })]),
      says: error("/keyCredentials/1/key"),
    },
    {
      name: "no base64",
      json: servicePrincipal([triple({ verify: { key: "-----BEGIN CERTIFICATE-----" } })]),
      says: error("/keyCredentials/1/key"),
    },
    {
      name: "nothing",
      json: servicePrincipal([triple({ verify: { key: "" } })]),
      says: error("/keyCredentials/1/key"),
    },
    {
      name: "a client's",
      json: servicePrincipal([], { keys: [clientCertificate({ key: "AAAA" })] }),
      says: error("/keyCredentials/0/key"),
    },
  ],
  leaves: [
    { name: "a certificate", json: servicePrincipal([triple({ hasKey: true })]) },
    {
      name: "a symmetric key",
      json: servicePrincipal([], { keys: [clientCertificate({ type: "Symmetric", key: "AAAA" })] }),
    },
  ],
};
