/** E8: bodies are of their types. */
import { isBodyKnown } from "../exchange.js";
import { holds } from "../judge.js";
import { isPseudonym } from "../redaction/secret-book.js";
import type { Rule } from "../rule.js";
import { valueAt } from "../validation/json-pointer.js";

export const schema: Rule = {
  id: "E8",
  title: "A body is of its type: collections are never null, null only where it may be, int64 is a number",
  evidence: ["csdl"],
  source: "https://graph.microsoft.com/v1.0/$metadata, as normalised in spec/graph.normalised.json",
  operations: [],
  check: (exchanges, { findings }) =>
    exchanges.flatMap((exchange) => {
      const { operationId, response } = exchange;
      // What is no JSON is told of by E1 and E3.
      if (operationId === undefined || response.status === 0 || (response.text !== "" && response.json === undefined)) {
        return [];
      }
      const isFromCache = exchange.isForeign && response.status === 304;
      if (isFromCache || !isBodyKnown(response)) return [];
      const violations = findings(exchange).filter(
        ({ kind, pointer }) => kind === "violation" && !isRedacted(valueAt(response.json, pointer)),
      );
      if (violations.length === 0) return [holds(true, [exchange], "", "its type", "its type")];
      return violations.map(({ pointer, message, keyword }) => holds(false, [exchange], pointer, message, keyword));
    }),
};

/** What stands for a secret is not of its form: a key in base64, say. */
const isRedacted = (value: unknown): boolean => typeof value === "string" && isPseudonym(value);
