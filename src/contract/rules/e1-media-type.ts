/** E1: bodies are what their header says. */
import { holds } from "../judge.js";
import { isOfContract } from "../model/scope.js";
import type { Rule } from "../rule.js";

export const mediaType: Rule = {
  id: "E1",
  title: "A body is JSON and says so; 204 has none",
  evidence: ["odata"],
  source: "OData JSON Format 4.01 section 3; RFC 9110 section 15.3.5",
  operations: [],
  check: (exchanges) =>
    exchanges.filter(isOfContract).flatMap((exchange) => {
      const { status, headers, text, json } = exchange.response;
      if (status === 204) return [holds(text === "", [exchange], "", "no body", text === "" ? "no body" : "a body")];
      if (text === "") return [];
      const type = headers["content-type"] ?? "";
      return [
        holds(/^application\/json\s*(?:;|$)/i.test(type), [exchange], "header:content-type", "application/json", type),
        holds(json !== undefined, [exchange], "", "JSON", json === undefined ? "no JSON" : "JSON"),
      ];
    }),
};
