/** S7: what a minted certificate leaves on the servicePrincipal. */
import { equals } from "../judge.js";
import { mintings } from "../model/minting.js";
import type { Rule, RuleResult } from "../rule.js";

export const threeEntries: Rule = {
  id: "S7",
  title: "One Sign key, one Verify key and one password are added, all with the answer's customKeyIdentifier",
  evidence: ["doc-text", "third-party"],
  source:
    "https://learn.microsoft.com/graph/api/serviceprincipal-addtokensigningcertificate; a GET shows Sign as AsymmetricX509Cert",
  operations: ["servicePrincipal.addTokenSigningCertificate", "servicePrincipal.addTokenSigningCertificateByAppId"],
  check: (exchanges, expected) =>
    mintings(exchanges, expected).flatMap(({ answer, delta }): RuleResult[] => {
      if (delta === undefined) return [];
      const { exchanges: found, signs, verifies, passwords } = delta;
      const entries = [...signs, ...verifies, ...passwords];
      const identifier = answer["customKeyIdentifier"];
      return [
        equals(
          found,
          "",
          { sign: 1, verify: 1, password: 1 },
          { sign: signs.length, verify: verifies.length, password: passwords.length },
        ),
        equals(
          found,
          "/customKeyIdentifier",
          entries.map(() => identifier),
          entries.map((it) => it["customKeyIdentifier"]),
        ),
        equals(
          found,
          "/keyCredentials",
          [...signs, ...verifies].map(() => "AsymmetricX509Cert"),
          [...signs, ...verifies].map(({ type }) => type),
        ),
      ];
    }),
};
