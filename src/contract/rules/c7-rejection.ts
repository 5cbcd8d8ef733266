/** C7: what is no credential is refused, and nothing is left of it. */
import { equals, holds } from "../judge.js";
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
      if (upload?.verdict !== "bad" || status === 0 || status === 429 || status === 401) return [];
      return [holds(status >= 400 && status < 500, [exchange], "status", `4xx: ${upload.reason}`, status)];
    }),
    ...expected.changes.flatMap(({ writes, before, after }): RuleResult[] => {
      if (before?.response.status !== 200 || after === undefined) return [];
      const isRefused = writes.every(
        ({ operationId, response }) => isConnector(operationId) && isClientFault(response.status),
      );
      if (!isRefused) return [];
      return [equals([before, ...writes, after], "", before.response.json, after.response.json)];
    }),
  ],
};

const isConnector = (operationId = ""): boolean => operationId.startsWith("identityApiConnector.");
const isClientFault = (status: number): boolean => status >= 400 && status < 500;
