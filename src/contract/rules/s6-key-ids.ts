/** S6: whose keyId the answer has. */
import { equals, holds } from "../judge.js";
import { mintings } from "../model/minting.js";
import type { Rule, RuleResult } from "../rule.js";

const lower = (value: unknown): string => String(value).toLowerCase();

export const keyIds: Rule = {
  id: "S6",
  title: "keyId of the answer is the Sign key's and the password's, and not the Verify key's",
  evidence: ["doc-text", "third-party"],
  source:
    "https://learn.microsoft.com/graph/api/serviceprincipal-addtokensigningcertificate; terraform-provider-azuread#968",
  operations: ["servicePrincipal.addTokenSigningCertificate", "servicePrincipal.addTokenSigningCertificateByAppId"],
  check: (exchanges, expected) =>
    mintings(exchanges, expected).flatMap(({ answer, delta }): RuleResult[] => {
      if (delta === undefined) return [];
      const { exchanges: found, signs, verifies, passwords } = delta;
      const id = lower(answer["keyId"]);
      const passwordIds = passwords.map(({ keyId }) => lower(keyId));
      return [
        // That there is one of each is said by S7.
        ...(signs.length === 1 ? [equals(found, "/keyId", lower(signs[0]?.["keyId"]), id)] : []),
        ...(passwordIds.length === 1 ? [equals(found, "/keyId", passwordIds[0], id)] : []),
        holds(!verifies.some(({ keyId }) => lower(keyId) === id), found, "/keyId", "not that of the Verify key", id),
      ];
    }),
};
