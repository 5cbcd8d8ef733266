/** T6: methods that a resource does not have. */
import { observed } from "../judge.js";
import { operationOf } from "../operation-of.js";
import type { Rule } from "../rule.js";

const METHODS = new Set(["PUT", "DELETE", "PATCH", "POST"]);

/** A path of the contract, by another method: of what else Graph has, nothing is known here. */
const isKnownPath = (url: string): boolean =>
  ["GET", ...METHODS].some((method) => operationOf(method, url).operationId !== undefined);

export const otherMethods: Rule = {
  id: "T6",
  title: "A method that a path does not have: 405 with Allow, or something else; workloads differ, so it is noted",
  evidence: ["observation"],
  source: "RFC 9110 section 15.5.6",
  operations: [],
  check: (exchanges) =>
    exchanges.flatMap((exchange) => {
      const { request, response, operationId } = exchange;
      const isOther = METHODS.has(request.method) && operationId === undefined && isKnownPath(request.url);
      if (!isOther || response.status === 0) return [];
      const seen = { status: response.status, allow: response.headers["allow"] ?? null };
      return [observed([exchange], "status", `${request.method} where there is none`, seen)];
    }),
};
