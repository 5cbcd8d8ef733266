/** C7: what is no credential is refused, and nothing is left of it. */
import { equals, holds } from "../judge.js";
import { commonContent } from "../model/content.js";
import { isServed } from "../model/related.js";
import type { Rule, RuleResult } from "../rule.js";

export const rejection: Rule = {
  id: "C7",
  title: "A file that is none, does not open or has no key is refused with 4xx, and the connector stays as it was",
  evidence: ["doc-text", "crypto"],
  source: "https://learn.microsoft.com/graph/api/identityapiconnector-uploadclientcertificate (pkcs12Value, password)",
  operations: ["identityApiConnector.uploadClientCertificate", "identityApiConnector.update"],
  check: (exchanges, expected) => [
    ...exchanges.flatMap((exchange): RuleResult[] => {
      const upload = expected.upload(exchange);
      const { status } = exchange.response;
      // Failures of the server are E4's.
      if (upload?.verdict !== "bad" || !isServed(status)) return [];
      return [holds(isClientFault(status), [exchange], "status", `4xx: ${upload.reason}`, status)];
    }),
    ...expected.changes.flatMap(({ writes, before, after }): RuleResult[] => {
      if (before?.response.status !== 200 || after?.response.status !== 200) return [];
      const isRefused = writes.every(
        ({ operationId, response }) => isConnector(operationId) && isClientFault(response.status),
      );
      if (!isRefused) return [];
      const [one, other] = commonContent(before, after);
      return [equals([before, ...writes, after], "", one, other)];
    }),
  ],
};

const isConnector = (operationId = ""): boolean => operationId.startsWith("identityApiConnector.");
const isClientFault = (status: number): boolean => status >= 400 && status < 500;
