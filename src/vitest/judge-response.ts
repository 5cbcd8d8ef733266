/** One answer without its history: what can be said of it, and what cannot. */
import type { Exchange } from "../contract/exchange.js";
import { parseJson, toJson } from "../contract/exchange.js";
import { judge } from "../contract/judgement.js";
import type { RuleResult } from "../contract/rule.js";
import { RULES } from "../contract/rules.js";
import { validate } from "../contract/validation/validate.js";
import type { CryptoProvider } from "../crypto/provider.js";
import { OPERATIONS } from "../graph/openapi.generated.js";

/** An answer: the runtime's own, or its status and its body as parsed JSON. */
export type GraphAnswer = Response | { readonly status: number; readonly body: unknown };

/** What is wrong with an answer, or was noted of it. */
export interface AnswerFinding {
  readonly rule: string;
  readonly title: string;
  readonly source: string;
  readonly result: RuleResult;
}

/**
 * Rules that need one answer and nothing else. Left out is what compares (with the PFX of a request, an earlier read, a
 * list) or looks at headers that a page may not read; E1 is for whole responses only.
 */
const RULES_OF_ONE = ["E3", "E5", "E6", "E7", "E8", "C2", "C5", "S1", "S2", "S3"];

/** Where the service begins, as a context that names it says. */
const ROOT = /^https?:\/\/[^/]+\/(?:v1\.0|beta)(?=\/\$metadata#)/;

/**
 * Judges one answer. A response's body is read from a clone.
 * @returns failures and notes; empty for an answer that keeps the contract
 * @throws {RangeError} naming `operationId`
 * @throws {TypeError} naming `response`, also where its body was read already
 */
export async function judgeAnswer(
  operationId: string,
  answer: unknown,
  provider: CryptoProvider,
): Promise<readonly AnswerFinding[]> {
  validate(operationId, 200, undefined); // throws where there is no such operation
  const exchange = await exchangeOf(operationId, answer);
  const ids = answer instanceof Response ? ["E1", ...RULES_OF_ONE] : RULES_OF_ONE;
  const rules = RULES.filter(({ id }) => ids.includes(id));
  const judged = await judge([exchange], rules, provider);
  return judged.flatMap(({ rule: { id, title, source }, result }) =>
    result.status === "pass" ? [] : [{ rule: id, title, source, result }],
  );
}

async function exchangeOf(operationId: string, answer: unknown): Promise<Exchange> {
  const response = await responseOf(answer);
  const { method = "GET", path = "/" } = OPERATIONS.find((it) => it.operationId === operationId) ?? {};
  const { "@odata.context": context } = toJson(response.json);
  const [said] = ROOT.exec(typeof context === "string" ? context : "") ?? [];
  const asked = answer instanceof Response && answer.url !== "" ? answer.url : undefined;
  return {
    index: 0,
    step: "the answer",
    operationId,
    key: undefined,
    // Where nobody knows what was asked, the context's own service is the one that E5 takes it to be of.
    request: {
      method,
      url: asked ?? `${said ?? "https://graph.microsoft.com/v1.0"}${path}`,
      headers: {},
      text: "",
      json: undefined,
    },
    response,
    sentAt: 0,
    receivedAt: 0,
    isSettled: true,
  };
}

async function responseOf(answer: unknown): Promise<Exchange["response"]> {
  if (answer instanceof Response) {
    if (answer.bodyUsed) throw new TypeError('"response" expected a body that nobody has read');
    const text = await answer.clone().text();
    const json = parseJson(text);
    return { status: answer.status, headers: withRequestId(Object.fromEntries(answer.headers), json), text, json };
  }
  const { status, body } = toJson(answer);
  if (typeof status !== "number")
    throw new TypeError('"response" expected a Response, or an object with status and body');
  return { status, headers: withRequestId({}, body), text: body === undefined ? "" : JSON.stringify(body), json: body };
}

/** E3 compares the error's request-id with the header, which is not there for plain values and for pages of other origins. */
function withRequestId(headers: Readonly<Record<string, string>>, json: unknown): Exchange["response"]["headers"] {
  const { "request-id": id } = toJson(toJson(toJson(json)["error"])["innerError"]);
  return typeof id === "string" ? { "request-id": id, ...headers } : headers;
}
