/** T8: a batch is its requests. */
import type { Json } from "../exchange.js";
import { toJson, toList } from "../exchange.js";
import { equals } from "../judge.js";
import { essence, isServed, related } from "../model/related.js";
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
      if (whole.response.status !== 200) return [equals([whole], "status", 200, whole.response.status)];
      const answers = new Map(toList(toJson(whole.response.json)["responses"]).map((it) => [String(it["id"]), it]));
      return singles.flatMap((single, index) => {
        const { status, body } = answers.get(String(index + 1)) ?? {};
        // Each may be throttled by itself.
        if (!isServed(Number(status ?? 404))) return [];
        const { response } = single;
        return equals(
          [single, whole],
          `/responses/${index}`,
          essenceOf(response.status, response.json),
          essenceOf(Number(status), body),
        );
      });
    }),
};

/** The context too: it is of the request, and the request is the same. */
const essenceOf = (status: number, json: unknown): Json => ({
  ...essence(status, json),
  context: toJson(json)["@odata.context"],
});
