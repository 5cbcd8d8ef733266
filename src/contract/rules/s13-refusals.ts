/** S13: what the action must refuse. */
import { parseDateTime } from "../../graph/date-time.js";
import { addYears } from "../../x509/calendar.js";
import type { Exchange } from "../exchange.js";
import { toJson } from "../exchange.js";
import { equals, holds } from "../judge.js";
import type { Rule, RuleResult } from "../rule.js";

/** Clocks differ: nothing is said of dates so close to a limit. */
const SKEW_MS = 300_000;
const MOST_YEARS = 3;

export const refusals: Rule = {
  id: "S13",
  title:
    "A displayName without CN=, an end in the past or beyond three years, or no date is refused, and nothing changes",
  evidence: ["doc-text"],
  source:
    "https://learn.microsoft.com/graph/api/serviceprincipal-addtokensigningcertificate (displayName, endDateTime)",
  operations: ["servicePrincipal.addTokenSigningCertificate", "servicePrincipal.addTokenSigningCertificateByAppId"],
  check: (exchanges, expected) => [
    ...exchanges.flatMap((exchange): RuleResult[] => {
      const fault = faultOf(exchange);
      const { status } = exchange.response;
      if (fault === undefined || status === 0 || status === 429 || status === 401) return [];
      return [holds(status >= 400 && status < 500, [exchange], "status", `4xx: ${fault}`, status)];
    }),
    ...expected.changes.flatMap(({ writes, before, after }): RuleResult[] => {
      if (before?.response.status !== 200 || after === undefined) return [];
      const isRefused = writes.every(
        ({ operationId = "", response }) =>
          operationId.startsWith("servicePrincipal.") && response.status >= 400 && response.status < 500,
      );
      return isRefused ? [equals([before, ...writes, after], "", before.response.json, after.response.json)] : [];
    }),
  ],
};

/** Why a request of the action must be refused; `undefined` where it need not be. */
function faultOf({ operationId = "", request, sentAt }: Exchange): string | undefined {
  if (!operationId.startsWith("servicePrincipal.addTokenSigningCertificate") || request.json === undefined)
    return undefined;
  const { displayName, endDateTime } = toJson(request.json);
  // Whether cn= is taken is not known.
  if (typeof displayName === "string" && !/^CN=/i.test(displayName)) return "displayName does not begin with CN=";
  if (endDateTime === undefined || endDateTime === null) return undefined;
  const end = instant(endDateTime);
  if (end === undefined) return "endDateTime is no date";
  if (end < sentAt - SKEW_MS) return "endDateTime is in the past";
  return end > addYears(new Date(sentAt), MOST_YEARS).getTime() + SKEW_MS
    ? "endDateTime is beyond three years"
    : undefined;
}

function instant(value: unknown): number | undefined {
  try {
    return typeof value === "string" ? Number(parseDateTime(value, "endDateTime").ticks / 10_000n) : undefined;
  } catch {
    return undefined;
  }
}
