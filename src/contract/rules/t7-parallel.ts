/** T7: requests side by side do not undo one another. */
import { isSuccess } from "../exchange.js";
import { equals, holds } from "../judge.js";
import { certificateList, credentials } from "../model/shown.js";
import type { Rule, RuleResult } from "../rule.js";

export const parallel: Rule = {
  id: "T7",
  title: "Of two additions in flight both are there afterwards, or one got a clean 409",
  evidence: ["design"],
  source: "lost updates are never documented behaviour; OData 4.01 Protocol section 11.4",
  operations: ["identityApiConnector.uploadClientCertificate", "servicePrincipal.addTokenSigningCertificate"],
  check: (_, expected) =>
    expected.changes.flatMap(({ writes, before, after }): RuleResult[] => {
      const isParallel = writes.length > 1 && writes.every(({ relation }) => relation?.kind === "parallel");
      if (!isParallel || before === undefined || after === undefined) return [];
      const done = writes.filter(isSuccess).length;
      const refused = writes.filter((it) => !isSuccess(it) && it.response.status !== 409);
      const count = (read: typeof before): number =>
        certificateList(read).length + credentials(read).keys.filter(({ usage }) => usage === "Sign").length;
      return [
        holds(
          refused.length === 0,
          writes,
          "status",
          "success or 409",
          refused.map(({ response }) => response.status),
        ),
        equals([before, ...writes, after], "", done, count(after) - count(before)),
      ];
    }),
};
