/** T8: a batch is its requests. */
import { toJson, toList } from "../exchange.js";
import { equals } from "../judge.js";
import { essence, related } from "../model/related.js";
import type { Rule, RuleResult } from "../rule.js";

export const batch: Rule = {
  id: "T8",
  title: "$batch answers what its requests get by themselves",
  evidence: ["doc-text"],
  source: "https://learn.microsoft.com/graph/json-batching",
  operations: [],
  check: (exchanges) =>
    related(exchanges, "batch").flatMap((group): RuleResult[] => {
      const whole = group.find(({ request }) => /\/(?:\$|%24)batch$/i.test(request.url));
      const singles = group.filter((it) => it !== whole);
      if (whole === undefined) return [];
      const answers = new Map(toList(toJson(whole.response.json)["responses"]).map((it) => [String(it["id"]), it]));
      return singles.map((single, index) => {
        const { status, body } = answers.get(String(index + 1)) ?? {};
        const { response } = single;
        return equals(
          [single, whole],
          `/responses/${index}`,
          essence(response.status, response.json),
          essence(Number(status), body),
        );
      });
    }),
};
