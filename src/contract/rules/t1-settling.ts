/** T1: reads settle and do not go back. */
import { equals, isEqual, observed } from "../judge.js";
import { essenceWithoutContext, related } from "../model/related.js";
import type { Rule, RuleResult } from "../rule.js";

/** Good reads in a row after which a change counts as settled (as terraform-provider-azuread waits). */
export const SETTLED_AFTER = 5;

export const settling: Rule = {
  id: "T1",
  title: "After a write reads settle; five equal ones in a row are not followed by an older one; the lag is noted",
  evidence: ["third-party"],
  source: "terraform-provider-azuread (five consecutive reads); msgraph-bicep-types#193",
  operations: [],
  check: (exchanges) =>
    related(exchanges, "poll").flatMap((reads): RuleResult[] => {
      const values = reads.map(essenceWithoutContext);
      const from = values.findIndex(
        (value, i) =>
          values.length - i >= SETTLED_AFTER && values.slice(i, i + SETTLED_AFTER).every((it) => isEqual(it, value)),
      );
      const [first, last] = [reads[0], reads.at(-1)];
      const settled = reads[from];
      if (first === undefined || last === undefined) return [];
      if (settled === undefined) return [equals(reads, "", "five equal reads in a row", "none")];
      const odd = values.findIndex((value, i) => i > from && !isEqual(value, values[from]));
      const lag = observed(
        [first, settled],
        "",
        "after how many milliseconds do reads settle?",
        settled.receivedAt - first.sentAt,
      );
      if (odd < 0) return [lag, equals([settled, last], "", values[from], values.at(-1))];
      return [lag, equals(reads.slice(from, odd + 1), "", values[from], values[odd])];
    }),
};
