/** E3: errors have one shape. */
import { toJson } from "../exchange.js";
import { equals, holds } from "../judge.js";
import type { Rule, RuleResult } from "../rule.js";

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";

/** Without an offset, which is how Graph writes it (msgraph-sdk-java#1815). */
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?$/;

export const errorEnvelope: Rule = {
  id: "E3",
  title: "An error is {error: {code, message, innerError}} and names its request",
  evidence: ["doc-example", "third-party"],
  source: "https://learn.microsoft.com/graph/errors; azure-docs#59275",
  operations: [],
  check: (exchanges) =>
    exchanges.flatMap((exchange) => {
      const { status, json, headers } = exchange.response;
      if (status < 400) return [];
      const { error } = toJson(json);
      const isObject = typeof error === "object" && error !== null && !Array.isArray(error);
      const found: RuleResult[] = [
        holds(isObject, [exchange], "/error", "an object", isObject ? "an object" : typeof error),
      ];
      if (!isObject) return found;
      const { code, message, innerError, innererror } = toJson(error);
      found.push(
        holds(isText(code), [exchange], "/error/code", "a text", code ?? null),
        holds(isText(message), [exchange], "/error/message", "a text", isText(message) ? "a text" : typeof message),
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
      if (id !== undefined)
        found.push(equals([exchange], "/error/innerError/request-id", headers["request-id"] ?? null, id));
      return found;
    }),
};
