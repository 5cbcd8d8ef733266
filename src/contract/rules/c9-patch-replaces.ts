/** C9: a PATCH of the authentication replaces all of it. */
import type { Exchange } from "../exchange.js";
import { isSuccess, toJson } from "../exchange.js";
import { equals } from "../judge.js";
import type { Expected } from "../model/expected.js";
import { authenticationType, certificateList } from "../model/shown.js";
import type { Rule, RuleResult } from "../rule.js";

export const patchReplaces: Rule = {
  id: "C9",
  title: "PATCH with a pkcs12Certificate leaves a list of one; with basicAuthentication it turns the type",
  evidence: ["doc-text", "doc-example"],
  source: "https://learn.microsoft.com/graph/api/identityapiconnector-update (example 2)",
  operations: ["identityApiConnector.update"],
  check: (_, expected) =>
    expected.changes.flatMap(({ writes, after }) => {
      const [write] = writes;
      const isOne = writes.length === 1 && write?.operationId === "identityApiConnector.update" && isSuccess(write);
      return isOne && after?.response.status === 200 ? judge(write, after, expected) : [];
    }),
};

function judge(write: Exchange, after: Exchange, expected: Expected): RuleResult[] {
  const upload = expected.upload(write);
  if (upload?.verdict === "good") {
    const thumbprints = certificateList(after).map(({ thumbprint }) => thumbprint);
    return [equals([write, after], "/authenticationConfiguration/certificateList", 1, thumbprints.length)];
  }
  const sent = toJson(toJson(write.request.json)["authenticationConfiguration"])["@odata.type"];
  if (typeof sent !== "string" || !sent.endsWith("microsoft.graph.basicAuthentication")) return [];
  const at = "/authenticationConfiguration/@odata.type";
  return [equals([write, after], at, "microsoft.graph.basicAuthentication", authenticationType(after) ?? null)];
}
