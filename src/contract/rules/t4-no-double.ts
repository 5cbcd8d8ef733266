/** T4: one POST does one thing. */
import type { Exchange } from "../exchange.js";
import { isBodyKnown } from "../exchange.js";
import { holds } from "../judge.js";
import { certificateList, credentials } from "../model/shown.js";
import type { Rule, RuleResult } from "../rule.js";

const ADDS = /\.(?:uploadClientCertificate|addTokenSigningCertificate)(?:ByAppId)?$/;

export const noDouble: Rule = {
  id: "T4",
  title: "A POST adds at most once, whether its answer came or was lost, and is not sent again unread",
  evidence: ["design"],
  source: "RFC 9110 section 9.2.2 (POST is not idempotent)",
  operations: ["identityApiConnector.uploadClientCertificate", "servicePrincipal.addTokenSigningCertificate"],
  check: (_, expected) =>
    expected.changes.flatMap(({ writes, before, after }): RuleResult[] => {
      const [write, again] = writes;
      if (write === undefined || !ADDS.test(write.operationId ?? "")) return [];
      const isUnanswered = write.response.status === 0 || write.response.status >= 500;
      const isSame = again?.request.text === write.request.text && isBodyKnown(write.request);
      const isRepeated = isUnanswered && isSame && !write.relation;
      const repeated = isUnanswered
        ? [holds(!isRepeated, writes, "", "a read before another try", isRepeated ? "another try" : "a read")]
        : [];
      if (again !== undefined || before?.response.status !== 200 || after?.response.status !== 200) return repeated;
      const added = countOf(after) - countOf(before);
      return [...repeated, holds(added <= 1, [before, write, after], "", "at most 1 more", added)];
    }),
};

const countOf = (read: Exchange): number =>
  certificateList(read).length + credentials(read).keys.filter(({ usage }) => usage === "Sign").length;
