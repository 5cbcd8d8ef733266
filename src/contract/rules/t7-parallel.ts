/** T7: requests side by side do not undo one another. */
import { isSuccess } from "../exchange.js";
import { holds } from "../judge.js";
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
      if (!isParallel || before?.response.status !== 200 || after?.response.status !== 200) return [];
      const done = writes.filter(isSuccess).length;
      // Whether what failed or was lost has been carried out, nobody knows.
      const open = writes.filter(({ response }) => response.status === 0 || response.status >= 500).length;
      // What would be refused by itself too says nothing of the others.
      const refused = writes.filter(
        (it) => isRefused(it.response.status) && (expected.upload(it)?.verdict ?? "good") === "good" && done > 0,
      );
      const count = (read: typeof before): number =>
        certificateList(read).length + credentials(read).keys.filter(({ usage }) => usage === "Sign").length;
      const added = count(after) - count(before);
      return [
        holds(
          refused.length === 0,
          writes,
          "status",
          "success or 409",
          refused.map(({ response }) => response.status),
        ),
        holds(
          added >= done && added <= done + open,
          [before, ...writes, after],
          "",
          open === 0 ? done : { least: done, most: done + open },
          added,
        ),
      ];
    }),
};

const isRefused = (status: number): boolean => status >= 400 && status < 500 && status !== 409;
