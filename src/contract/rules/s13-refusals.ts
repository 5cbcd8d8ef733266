/** S13: what the action must refuse. */
import { equals, holds, supposed } from "../judge.js";
import { commonContent } from "../model/content.js";
import { faultOfMinting } from "../model/minting-fault.js";
import { isServed } from "../model/related.js";
import { selectedIn } from "../model/shown.js";
import type { Rule, RuleResult } from "../rule.js";

export const refusals: Rule = {
  id: "S13",
  title:
    "A displayName without CN=, an end in the past or beyond three years, or no date is refused, and nothing changes",
  evidence: ["doc-text", "csdl", "hypothesis"],
  source:
    "https://learn.microsoft.com/graph/api/serviceprincipal-addtokensigningcertificate (displayName, endDateTime); that an end in the past is refused is supposed",
  // That a refusal changes nothing is looked at after all writes.
  operations: [
    "servicePrincipal.addTokenSigningCertificate",
    "servicePrincipal.addTokenSigningCertificateByAppId",
    "servicePrincipal.update",
    "servicePrincipal.updateByAppId",
    "servicePrincipal.addKey",
    "servicePrincipal.addKeyByAppId",
    "servicePrincipal.removeKey",
    "servicePrincipal.removeKeyByAppId",
    "servicePrincipal.addPassword",
    "servicePrincipal.addPasswordByAppId",
    "servicePrincipal.removePassword",
    "servicePrincipal.removePasswordByAppId",
  ],
  check: (exchanges, expected) => [
    ...exchanges.flatMap((exchange): RuleResult[] => {
      const fault = faultOfMinting(exchange);
      const { status } = exchange.response;
      // Failures of the server are E4's.
      if (fault === undefined || !isServed(status)) return [];
      const judge = fault.isSupposed ? supposed : holds;
      return [judge(isClientFault(status), [exchange], "status", `4xx: ${fault.text}`, status)];
    }),
    ...expected.changes.flatMap(({ writes, before, after }): RuleResult[] => {
      if (before?.response.status !== 200 || after?.response.status !== 200) return [];
      if (selectedIn(before).join() !== selectedIn(after).join()) return [];
      const isRefused = writes.every(
        ({ operationId = "", response }) =>
          operationId.startsWith("servicePrincipal.") && isClientFault(response.status),
      );
      const [one, other] = commonContent(before, after);
      return isRefused ? [equals([before, ...writes, after], "", one, other)] : [];
    }),
  ],
};

const isClientFault = (status: number): boolean => status >= 400 && status < 500;
