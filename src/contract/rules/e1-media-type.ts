/** E1: bodies are what their header says. */
import type { Exchange } from "../exchange.js";
import { holds } from "../judge.js";
import type { Rule } from "../rule.js";

const isCount = ({ request }: Exchange): boolean => /\/(?:\$|%24)count(?:\?|$)/i.test(request.url);

export const mediaType: Rule = {
  id: "E1",
  title: "A body is JSON and says so; 204 has none",
  evidence: ["odata"],
  source: "OData JSON Format 4.01 section 4; RFC 9110 section 15.3.5",
  operations: [],
  check: (exchanges) =>
    exchanges.flatMap((exchange) => {
      const { status, headers, text, json } = exchange.response;
      if (status === 0) return [];
      if (status === 204) return [holds(text === "", [exchange], "", "no body", text === "" ? "no body" : "a body")];
      if (text === "") return [];
      const type = headers["content-type"] ?? "";
      if (isCount(exchange))
        return [holds(/^text\/plain/i.test(type), [exchange], "header:content-type", "text/plain", type)];
      return [
        holds(/^application\/json\s*(?:;|$)/i.test(type), [exchange], "header:content-type", "application/json", type),
        holds(json !== undefined, [exchange], "", "JSON", json === undefined ? "no JSON" : "JSON"),
      ];
    }),
};
