/** S10: a second certificate leaves the first alone. */
import type { Exchange, Json } from "../exchange.js";
import { isSuccess, toJson } from "../exchange.js";
import { equals, observed } from "../judge.js";
import { content } from "../model/content.js";
import { mintings } from "../model/minting.js";
import { byKeyId, credentials } from "../model/shown.js";
import type { Rule, RuleResult } from "../rule.js";

const PREFERRED = "preferredTokenSigningKeyThumbprint";

export const rollover: Rule = {
  id: "S10",
  title:
    "Minting leaves earlier entries octet for octet; what is preferred changes by PATCH alone, and is read as written",
  evidence: ["doc-text", "third-party"],
  source:
    "https://learn.microsoft.com/graph/api/serviceprincipal-addtokensigningcertificate; application-saml-sso-configure-api (preferredTokenSigningKeyThumbprint)",
  operations: ["servicePrincipal.addTokenSigningCertificate", "servicePrincipal.update"],
  check: (exchanges, expected) => [
    ...mintings(exchanges, expected).flatMap(({ delta }) => (delta === undefined ? [] : judgeMinting(delta.exchanges))),
    ...expected.changes.flatMap(({ writes, after }): RuleResult[] => {
      const [write] = writes;
      const sent = toJson(write?.request.json)[PREFERRED];
      if (write === undefined || writes.length > 1 || sent === undefined || !isSuccess(write)) return [];
      if (after?.response.status !== 200) return [];
      if (!write.operationId?.startsWith("servicePrincipal.update")) return [];
      // Whether the service writes the digits in its own case is not documented.
      const [wanted, found] = [sent, toJson(after.response.json)[PREFERRED] ?? null].map((it) =>
        typeof it === "string" ? it.toUpperCase() : it,
      );
      return [equals([write, after], `/${PREFERRED}`, wanted, found)];
    }),
  ],
};

function judgeMinting(exchanges: readonly Exchange[]): RuleResult[] {
  const [before, after] = [exchanges[0], exchanges.at(-1)];
  const [one, other] = [credentials(before), credentials(after)];
  const kept = (old: readonly Json[], now: readonly Json[]): readonly (Json | undefined)[] => {
    const found = byKeyId(now);
    return old.map(({ keyId }) => found.get(String(keyId).toLowerCase()));
  };
  const preferred = [before, after].map((it) => toJson(it?.response.json)[PREFERRED] ?? null);
  return [
    equals(exchanges, "/keyCredentials", content(one.keys), content(kept(one.keys, other.keys))),
    equals(exchanges, "/passwordCredentials", content(one.passwords), content(kept(one.passwords, other.passwords))),
    observed(exchanges, `/${PREFERRED}`, "does minting leave what is preferred?", preferred[0] === preferred[1]),
  ];
}
