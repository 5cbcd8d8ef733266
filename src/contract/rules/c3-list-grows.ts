/** C3: an upload adds to the list. */
import type { Json } from "../exchange.js";
import { isSuccess } from "../exchange.js";
import { equals } from "../judge.js";
import { authenticationType, certificateList } from "../model/shown.js";
import type { Rule } from "../rule.js";

/** `isActive` may turn, and no order is documented. */
const sorted = (list: readonly Json[]): readonly Json[] =>
  list
    .map(({ thumbprint, notBefore, notAfter }) => ({ thumbprint, notBefore, notAfter }))
    .sort((one, other) => String(one.thumbprint).localeCompare(String(other.thumbprint)));

export const listGrows: Rule = {
  id: "C3",
  title: "An upload makes the list longer by one and leaves the entries before it as they were",
  evidence: ["doc-text"],
  source: 'https://learn.microsoft.com/graph/api/identityapiconnector-update ("to add additional certificates")',
  operations: ["identityApiConnector.uploadClientCertificate"],
  check: (_, expected) =>
    expected.changes.flatMap(({ writes, before, after }) => {
      const [write] = writes;
      if (write === undefined || writes.length > 1) return [];
      if (before?.response.status !== 200 || after?.response.status !== 200) return [];
      if (write.operationId !== "identityApiConnector.uploadClientCertificate" || !isSuccess(write)) return [];
      const upload = expected.upload(write);
      // What becomes of a password that was there is not documented.
      if (upload?.verdict !== "good" || authenticationType(before)?.endsWith("basicAuthentication")) return [];
      const earlier = certificateList(before);
      // What becomes of a certificate that is there already: C10.
      if (earlier.some(({ thumbprint }) => thumbprint === upload.thumbprint)) return [];
      const list = certificateList(after);
      const at = "/authenticationConfiguration/certificateList";
      const known = new Set(earlier.map(({ thumbprint }) => thumbprint));
      const kept = list.filter(({ thumbprint }) => known.has(thumbprint));
      return [
        equals([before, write, after], at, earlier.length + 1, list.length),
        equals([before, write, after], at, sorted(earlier), sorted(kept)),
      ];
    }),
};
