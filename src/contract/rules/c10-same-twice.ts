/** C10: the same certificate once more. */
import { observed } from "../judge.js";
import { certificateList } from "../model/shown.js";
import type { Rule } from "../rule.js";

export const sameTwice: Rule = {
  id: "C10",
  title: "The same PFX twice: one more entry, the same list, or a conflict",
  evidence: ["observation"],
  source: "not documented",
  operations: ["identityApiConnector.uploadClientCertificate"],
  check: (_, expected) =>
    expected.changes.flatMap(({ writes, before, after }) => {
      const [write] = writes;
      if (write === undefined || writes.length > 1 || write.response.status === 0) return [];
      if (before?.response.status !== 200 || after?.response.status !== 200) return [];
      const upload = expected.upload(write);
      const earlier = certificateList(before);
      if (upload?.verdict !== "good" || !write.operationId?.endsWith(".uploadClientCertificate")) return [];
      if (!earlier.some(({ thumbprint }) => thumbprint === upload.thumbprint)) return [];
      const seen = { status: write.response.status, before: earlier.length, after: certificateList(after).length };
      return [
        observed([before, write, after], "/authenticationConfiguration/certificateList", "the same PFX twice", seen),
      ];
    }),
};
