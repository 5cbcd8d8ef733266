/** C2: an upload turns into a list of certificates; the file itself is never shown. */
import { isBodyKnown, isSuccess, toJson } from "../exchange.js";
import { equals, holds } from "../judge.js";
import { authenticationType, entitiesIn } from "../model/shown.js";
import type { Rule, RuleResult } from "../rule.js";

const LIST = "microsoft.graph.clientCertificateAuthentication";

export const noPkcs12: Rule = {
  id: "C2",
  title: "An upload answers 200 with clientCertificateAuthentication; pkcs12Certificate is for requests only",
  evidence: ["doc-text", "doc-example"],
  source: "https://learn.microsoft.com/graph/api/identityapiconnector-uploadclientcertificate",
  operations: [
    "identityApiConnector.uploadClientCertificate",
    "identityApiConnector.create",
    "identityApiConnector.get",
    "identityApiConnector.list",
  ],
  check: (exchanges) =>
    exchanges.flatMap((exchange): RuleResult[] => {
      const isUpload =
        exchange.operationId === "identityApiConnector.uploadClientCertificate" &&
        isSuccess(exchange) &&
        isBodyKnown(exchange.response);
      const answer = isUpload
        ? [
            equals([exchange], "status", 200, exchange.response.status),
            equals([exchange], "/authenticationConfiguration/@odata.type", LIST, authenticationType(exchange) ?? null),
          ]
        : [];
      const shown = entitiesIn(exchange, "identityApiConnector").map(({ pointer, json }) => {
        const { "@odata.type": type, pkcs12Value } = toJson(json["authenticationConfiguration"]);
        const isFile = pkcs12Value !== undefined || String(type).endsWith("pkcs12Certificate");
        return holds(
          !isFile,
          [exchange],
          `${pointer}/authenticationConfiguration`,
          "no pkcs12Certificate",
          type ?? null,
        );
      });
      return [...answer, ...shown];
    }),
};
