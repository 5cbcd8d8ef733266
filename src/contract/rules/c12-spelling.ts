/** C12: a path means the same in every spelling that OData and the documentation allow. */
import { equals, isEqual, observed } from "../judge.js";
import { essenceWithoutContext, related } from "../model/related.js";
import type { Rule } from "../rule.js";

export const spelling: Rule = {
  id: "C12",
  title:
    "Paths mean the same as the documentation spells them, with the namespace before an action or without; others are noted",
  evidence: ["doc-example", "odata"],
  source:
    "https://learn.microsoft.com/graph/api/identityapiconnector-uploadclientcertificate (apiconnectors beside apiConnectors; no other part of a path in another case); OData URL Conventions 4.01 section 4",
  operations: [],
  check: (exchanges) =>
    related(exchanges, "spelling").flatMap(([first, ...others]) => {
      if (first === undefined) return [];
      const one = essenceWithoutContext(first);
      return others.map((other) => {
        const { variant = "", isUndocumented = false } = other.relation ?? {};
        const same = isEqual(one, essenceWithoutContext(other));
        if (isUndocumented) return observed([first, other], "", `does ${variant} mean the same?`, same);
        return equals([first, other], "", one, essenceWithoutContext(other));
      });
    }),
};
