/** Whether a line's JSON is an exchange: rules rely on its types. */
import type { Exchange, Json, ReceivedResponse, SentRequest } from "../exchange.js";
import { toJson } from "../exchange.js";

/** An exchange as it is written: without the JSON of its bodies. */
export type ExchangeLine = Omit<Exchange, "request" | "response" | "origin"> & {
  readonly request: Omit<SentRequest, "json">;
  readonly response: Omit<ReceivedResponse, "json">;
};

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string";
const isNumber: Check = (value) => Number.isFinite(value);
const isFlag: Check = (value) => typeof value === "boolean";
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const isOneOf =
  (texts: readonly string[]): Check =>
  (value) =>
    texts.includes(String(value));
const isTextMap: Check = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every(isText);
const isAddress: Check = (value) => typeof value === "string" && URL.canParse(value);

/** Other members are passed over. */
const object =
  (members: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(members).every(([name, check]) => check(toJson(value)[name]));

const KINDS = ["spelling", "address", "batch", "dress", "page", "unpaged", "parallel", "poll"];
const isGood = object({ verdict: isOneOf(["good"]), thumbprint: isText, notBefore: isNumber, notAfter: isNumber });
const isOther = object({ verdict: isOneOf(["bad", "open"]), reason: isText });

const isLine = object({
  index: isNumber,
  step: isText,
  operationId: optional(isText),
  key: optional(isText),
  request: object({ method: isText, url: isAddress, headers: isTextMap, text: isText }),
  response: object({ status: isNumber, headers: isTextMap, text: isText }),
  sentAt: isNumber,
  receivedAt: isNumber,
  relation: optional(
    object({ kind: isOneOf(KINDS), group: isText, variant: isText, isUndocumented: optional(isFlag) }),
  ),
  isSettled: isFlag,
  facts: optional(object({ upload: optional((value) => isGood(value) || isOther(value)) })),
});

/** Whether all that must be there is, and of its type. */
export function isExchangeLine(value: unknown): value is ExchangeLine & Json {
  return isLine(value);
}
