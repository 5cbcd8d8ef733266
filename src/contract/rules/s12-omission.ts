/** S12: what a PATCH leaves out is deleted. */
import { equals } from "../judge.js";
import { credentialPatches } from "../model/credential-patch.js";
import type { Rule } from "../rule.js";

export const omission: Rule = {
  id: "S12",
  title: "PATCH replaces each collection that it names as a whole: what is left out is deleted",
  evidence: ["third-party"],
  source: "Stack Overflow 73749687; azure-powershell#17088",
  operations: ["servicePrincipal.update", "servicePrincipal.updateByAppId"],
  check: (_, expected) =>
    credentialPatches(expected).flatMap(({ exchanges, collections, omitted }) =>
      omitted.size === 0
        ? []
        : collections.map(({ name, expected: left, after }) =>
            equals(exchanges, `/${name}`, left.length, after.length),
          ),
    ),
};
