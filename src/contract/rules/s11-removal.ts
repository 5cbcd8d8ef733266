/** S11: taking one certificate away. */
import type { Json } from "../exchange.js";
import { equals } from "../judge.js";
import { content } from "../model/content.js";
import { credentialPatches } from "../model/credential-patch.js";
import { byKeyId } from "../model/shown.js";
import type { Rule } from "../rule.js";

export const removal: Rule = {
  id: "S11",
  title: "PATCH without the entries of one certificate takes them away and keeps all others, with their key bytes",
  evidence: ["third-party"],
  source: "terraform-provider-azuread (removal by customKeyIdentifier); terraform-provider-microsoft365",
  operations: ["servicePrincipal.update", "servicePrincipal.updateByAppId"],
  check: (_, expected) =>
    credentialPatches(expected).flatMap(({ exchanges, collections, omitted }) => {
      // More at once: S12.
      if (omitted.size > 1) return [];
      return collections.flatMap(({ name, before, expected: left, after }) => {
        const gone = before.filter((entry) => !left.includes(entry));
        return [
          equals(
            exchanges,
            `/${name}`,
            [],
            idsOf(gone).filter((id) => idsOf(after).includes(id)),
          ),
          equals(
            exchanges,
            `/${name}`,
            content(left),
            content(idsOf(left).map((id) => byKeyId(after).get(id) ?? null)),
          ),
        ];
      });
    }),
};

const idsOf = (entries: readonly Json[]): readonly string[] => entries.map(({ keyId }) => String(keyId).toLowerCase());
