/** S14: where the sources contradict one another. */
import { toJson, toList } from "../exchange.js";
import { observed } from "../judge.js";
import { credentials } from "../model/shown.js";
import type { Rule, RuleResult } from "../rule.js";

export const contradictions: Rule = {
  id: "S14",
  title: "A new password by plain PATCH, and removePassword or removeKey on a minted pair: noted, since sources differ",
  evidence: ["third-party", "observation"],
  source: "azure-docs#59275 against the SAML tutorial; hamilton#158 (5xx), graph-explorer-v4#3145 (403)",
  operations: ["servicePrincipal.update", "servicePrincipal.removePassword", "servicePrincipal.removeKey"],
  check: (_, expected) =>
    expected.changes.flatMap(({ writes, before }): RuleResult[] => {
      const [write] = writes;
      if (write === undefined || writes.length > 1 || before === undefined) return [];
      const { operationId = "", request, response } = write;
      const { passwords, keys } = credentials(before);
      const body = toJson(request.json);
      if (/\.remove(?:Password|Key)/.test(operationId)) {
        const isOfPair = [...passwords, ...keys].some(
          ({ keyId, customKeyIdentifier }) => isSameId(keyId, body["keyId"]) && (customKeyIdentifier ?? null) !== null,
        );
        return isOfPair
          ? [observed([before, write], "status", `${operationId} on a minted pair`, response.status)]
          : [];
      }
      if (!operationId.startsWith("servicePrincipal.update")) return [];
      const isNew = toList(body["passwordCredentials"]).some(
        ({ keyId: sent }) => !passwords.some(({ keyId }) => isSameId(sent, keyId)),
      );
      return isNew ? [observed([before, write], "status", "a new password by plain PATCH", response.status)] : [];
    }),
};

/** GUIDs are the same in any case. */
const isSameId = (one: unknown, other: unknown): boolean => String(one).toLowerCase() === String(other).toLowerCase();
