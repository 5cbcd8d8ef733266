/** C8: what counts is the credential, not how the file is made. */
import type { Exchange } from "../exchange.js";
import { isSuccess } from "../exchange.js";
import { equals, observed } from "../judge.js";
import type { Expected } from "../model/expected.js";
import { certificateList } from "../model/shown.js";
import type { Rule, RuleResult } from "../rule.js";

export const dresses: Rule = {
  id: "C8",
  title:
    "One key and certificate in different PFX files give one thumbprint and one validity; which are taken is noted",
  evidence: ["crypto", "observation"],
  source: "RFC 7292; which protections Graph takes is not documented (azure-docs#36773, contrib#8993)",
  operations: ["identityApiConnector.uploadClientCertificate"],
  check: (exchanges, expected) =>
    exchanges.filter(({ relation }) => relation?.kind === "dress").flatMap((exchange) => judge(exchange, expected)),
};

function judge(exchange: Exchange, expected: Expected): RuleResult[] {
  const upload = expected.upload(exchange);
  const { variant = "" } = exchange.relation ?? {};
  const note = observed([exchange], "status", `is a PFX with ${variant} taken?`, exchange.response.status);
  if (upload?.verdict !== "good" || !isSuccess(exchange)) return [note];
  const at = "/authenticationConfiguration/certificateList";
  const { thumbprint, notBefore, notAfter } = certificateList(exchange).at(-1) ?? {};
  const { verdict: _, ...facts } = upload;
  return [note, equals([exchange], `${at}/-`, facts, { thumbprint, notBefore, notAfter })];
}
