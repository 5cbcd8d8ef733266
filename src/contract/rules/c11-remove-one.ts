/** C11: whether one certificate can be taken away. */
import { toJson } from "../exchange.js";
import { observed } from "../judge.js";
import { certificateList } from "../model/shown.js";
import type { Rule } from "../rule.js";

export const removeOne: Rule = {
  id: "C11",
  title: "A list written back without one entry: no way to remove a single certificate is documented",
  evidence: ["observation"],
  source: "not documented",
  operations: ["identityApiConnector.update"],
  check: (_, expected) =>
    expected.changes.flatMap(({ writes, before, after }) => {
      const [write] = writes;
      if (write === undefined || writes.length > 1 || write.response.status === 0) return [];
      if (before?.response.status !== 200 || after?.response.status !== 200) return [];
      const sent = toJson(toJson(write.request.json)["authenticationConfiguration"])["@odata.type"];
      if (typeof sent !== "string" || !sent.endsWith("clientCertificateAuthentication")) return [];
      const counts = {
        status: write.response.status,
        before: certificateList(before).length,
        after: certificateList(after).length,
      };
      const at = "/authenticationConfiguration/certificateList";
      return [observed([before, write, after], at, "a list written back without one entry", counts)];
    }),
};
