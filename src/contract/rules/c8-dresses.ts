/** C8: what counts is the credential, not how the file is made. */
import type { Exchange, Json } from "../exchange.js";
import { isSuccess } from "../exchange.js";
import { equals, observed } from "../judge.js";
import type { Expected } from "../model/expected.js";
import { isServed } from "../model/related.js";
import { certificateList } from "../model/shown.js";
import type { Rule, RuleResult } from "../rule.js";

export const dresses: Rule = {
  id: "C8",
  title:
    "One key and certificate in different PFX files give one thumbprint and one validity; which are taken is noted",
  evidence: ["doc-text", "crypto", "observation"],
  source:
    "RFC 7292 section 4.2 (bags in any order); which protections Graph takes is not documented (azure-docs#36773, contrib#8993)",
  operations: ["identityApiConnector.uploadClientCertificate"],
  check: (exchanges, expected) =>
    exchanges.filter(({ relation }) => relation?.kind === "dress").flatMap((exchange) => judge(exchange, expected)),
};

function judge(exchange: Exchange, expected: Expected): RuleResult[] {
  const upload = expected.upload(exchange);
  const { variant = "" } = exchange.relation ?? {};
  if (!isServed(exchange.response.status)) return [];
  const note = observed([exchange], "status", `is a PFX with ${variant} taken?`, exchange.response.status);
  if (upload?.verdict !== "good" || !isSuccess(exchange)) return [note];
  const { thumbprint, notBefore, notAfter } = upload;
  const list = certificateList(exchange).map(({ thumbprint: shown, notBefore: from, notAfter: to }) => ({
    thumbprint: shown,
    notBefore: from,
    notAfter: to,
  }));
  const facts: Json = { thumbprint, notBefore, notAfter };
  const entry = list.find((it) => it.thumbprint === thumbprint) ?? list.at(-1) ?? null;
  return [note, equals([exchange], "/authenticationConfiguration/certificateList/-", facts, entry)];
}
