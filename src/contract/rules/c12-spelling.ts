/** C12: a path means the same in every spelling that OData and the documentation allow. */
import { equals, isEqual, observed } from "../judge.js";
import { essenceWithoutContext, related } from "../model/related.js";
import type { Rule } from "../rule.js";

export const spelling: Rule = {
  id: "C12",
  title: "Paths mean the same in any case and with the namespace before an action; a slash at the end is noted",
  evidence: ["odata", "third-party"],
  source: "OData URL Conventions 4.01 section 4; the documentation itself writes apiconnectors and apiConnectors",
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
