/** C5: the dates are those of the certificate. */
import type { Exchange } from "../exchange.js";
import { equals, holds } from "../judge.js";
import { certificateListsIn } from "../model/shown.js";
import { uploadedEntries } from "../model/uploaded-entry.js";
import type { Rule, RuleResult } from "../rule.js";

/** The end of 9999, the last date that a certificate can have (RFC 5280 section 4.1.2.5): beyond are milliseconds. */
const MOST_SECONDS = 253_402_300_799;

export const validity: Rule = {
  id: "C5",
  title: "notBefore and notAfter are the certificate's, as NumericDate in whole seconds",
  evidence: ["doc-text", "crypto"],
  source: "https://learn.microsoft.com/graph/api/resources/pkcs12certificateinformation; RFC 7519 section 2",
  operations: [
    "identityApiConnector.uploadClientCertificate",
    "identityApiConnector.create",
    "identityApiConnector.update",
    "identityApiConnector.get",
    "identityApiConnector.list",
  ],
  check: (exchanges, expected) => [
    ...uploadedEntries(exchanges, expected).flatMap(({ exchanges: found, upload, entry, pointer }) => [
      equals(found, `${pointer}/notBefore`, upload.notBefore, entry["notBefore"] ?? null),
      equals(found, `${pointer}/notAfter`, upload.notAfter, entry["notAfter"] ?? null),
    ]),
    ...exchanges.flatMap(judgeForm),
  ],
};

function judgeForm(exchange: Exchange): RuleResult[] {
  return certificateListsIn(exchange).flatMap(({ pointer, list }) =>
    list.map(({ notBefore, notAfter }, index) => {
      const isSeconds = [notBefore, notAfter].every((it) => Number.isSafeInteger(it) && Number(it) <= MOST_SECONDS);
      const isMet = isSeconds && Number(notBefore) <= Number(notAfter);
      const form = "whole seconds since 1970, notBefore first";
      return holds(isMet, [exchange], `${pointer}/${index}`, form, { notBefore, notAfter });
    }),
  );
}
