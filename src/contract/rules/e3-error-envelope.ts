/** E3: errors have one shape. */
import { isBodyKnown, toJson } from "../exchange.js";
import { holds } from "../judge.js";
import { isOfContract } from "../model/scope.js";
import type { Rule, RuleResult } from "../rule.js";

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";

/** Without an offset, which is how Graph writes it (msgraph-sdk-java#1815). */
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?$/;

export const errorEnvelope: Rule = {
  id: "E3",
  title: "An error is {error: {code, message, innerError}} and names its request",
  evidence: ["doc-example", "third-party"],
  source:
    "https://learn.microsoft.com/graph/errors (code, message, innerError); azure-docs#59275 and msgraph-sdk-java#1815 (date)",
  operations: [],
  check: (exchanges) =>
    exchanges.filter(isOfContract).flatMap((exchange) => {
      const { status, json, headers } = exchange.response;
      if (status < 400 || !isBodyKnown(exchange.response)) return [];
      const { error } = toJson(json);
      const isObject = typeof error === "object" && error !== null && !Array.isArray(error);
      const found: RuleResult[] = [
        holds(isObject, [exchange], "/error", "an object", isObject ? "an object" : typeof error),
      ];
      if (!isObject) return found;
      const { code, message, innerError, innererror } = toJson(error);
      found.push(
        holds(isText(code), [exchange], "/error/code", "a text", code ?? null),
        // An empty one was seen, and says no less than some others.
        holds(typeof message === "string", [exchange], "/error/message", "a text", typeof message),
        holds(
          innererror === undefined,
          [exchange],
          "/error",
          "innerError",
          innererror === undefined ? "innerError" : "innererror",
        ),
      );
      const { date, "request-id": id } = toJson(innerError);
      if (date !== undefined) {
        const isDate = typeof date === "string" && DATE.test(date) && !Number.isNaN(Date.parse(`${date}Z`));
        found.push(holds(isDate, [exchange], "/error/innerError/date", "a date without an offset", date));
      }
      const header = headers["request-id"];
      // That there is one is said by E2.
      if (id === undefined || header === undefined) return found;
      const isSame = String(id).toLowerCase() === header.toLowerCase();
      return [...found, holds(isSame, [exchange], "/error/innerError/request-id", header, id)];
    }),
};
