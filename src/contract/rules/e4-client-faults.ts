/** E4: the client's mistakes are answered as the client's. */
import type { Exchange } from "../exchange.js";
import { toJson } from "../exchange.js";
import { equals, holds, supposed } from "../judge.js";
import type { Expected } from "../model/expected.js";
import { faultOfMinting } from "../model/minting-fault.js";
import { isServed } from "../model/related.js";
import type { Rule, RuleResult } from "../rule.js";

/** An id that nobody has. */
const NOBODY = "00000000-0000-0000-0000-000000000000";
const INTERNAL_ERROR = 500;

export const clientFaults: Rule = {
  id: "E4",
  title: "No token is 401, an unknown id 404, broken JSON 400; none of them is a fault of the server",
  evidence: ["doc-text", "odata", "hypothesis"],
  source:
    "https://learn.microsoft.com/graph/errors; RFC 9110 sections 11.6.1 and 15.5; the code of a missing token and 400 for broken JSON are supposed",
  operations: [],
  check: (exchanges, expected) => exchanges.flatMap((exchange) => judge(exchange, expected, exchanges)),
};

function judge(exchange: Exchange, expected: Expected, exchanges: readonly Exchange[]): RuleResult[] {
  const { key, operationId, response } = exchange;
  if (operationId === undefined) return [];
  const isUnreadable = exchange.request.text !== "" && exchange.request.json === undefined;
  const isRefusable =
    isUnreadable ||
    key === NOBODY ||
    expected.upload(exchange)?.verdict === "bad" ||
    faultOfMinting(exchange) !== undefined;
  if (response.status === INTERNAL_ERROR && isRefusable) {
    if (exchanges.some((other) => isSame(other, exchange) && isJudged(other.response.status))) return [];
    return [holds(false, [exchange], "status", "4xx: the request is at fault", INTERNAL_ERROR)];
  }
  if (!isServed(response.status)) return [];
  if (isAnonymous(exchange)) return judgeAnonymous(exchange);
  // Who may do nothing here is told so, whatever was asked.
  if (response.status === 401 || response.status === 403) return [];
  if (isUnreadable) {
    const isRefused = response.status >= 400;
    return [
      holds(isRefused, [exchange], "status", "4xx: no JSON", response.status),
      supposed(response.status === 400, [exchange], "status", 400, response.status),
    ];
  }
  return key === NOBODY ? [equals([exchange], "status", 404, response.status)] : [];
}

/** Without leave nobody looks at the request. */
const isJudged = (status: number): boolean => isServed(status) && status !== 401 && status !== 403;

/** What is answered when it is sent again was a failure that passes, and says nothing of the request. */
function isSame({ request: one }: Exchange, { request: other }: Exchange): boolean {
  return one.method === other.method && one.url === other.url && one.text === other.text;
}

/** Browsers leave tokens out of the recordings that they write: there, no token means nothing. */
function isAnonymous({ request }: Exchange): boolean {
  return request.headers["authorization"] === undefined && !request.unrecorded?.includes("authorization");
}

function judgeAnonymous(exchange: Exchange): RuleResult[] {
  const { headers, json, status } = exchange.response;
  const { code } = toJson(toJson(json)["error"]);
  const challenge = headers["www-authenticate"] ?? null;
  const name = "InvalidAuthenticationToken";
  return [
    equals([exchange], "status", 401, status),
    supposed(code === name, [exchange], "/error/code", name, code ?? null),
    holds(/\bBearer\b/i.test(challenge ?? ""), [exchange], "header:www-authenticate", "Bearer", challenge),
  ];
}
