/** E10: pages are the list and nothing else. */
import type { Exchange } from "../exchange.js";
import { toJson, toList } from "../exchange.js";
import { equals, holds } from "../judge.js";
import { isServed } from "../model/related.js";
import type { Rule, RuleResult } from "../rule.js";

export const paging: Rule = {
  id: "E10",
  title:
    "@odata.nextLink is absolute and ends; the pages together are the list, each entry once; @odata.count counts it",
  evidence: ["odata", "doc-text"],
  source: "OData JSON Format 4.01 section 4.6.5; https://learn.microsoft.com/graph/paging",
  operations: ["identityApiConnector.list", "servicePrincipal.list"],
  check: (exchanges) => {
    const groups = new Map<string, Exchange[]>();
    for (const exchange of exchanges) {
      if (exchange.relation?.kind !== "page" || !isServed(exchange.response.status)) continue;
      const { group } = exchange.relation;
      groups.set(group, [...(groups.get(group) ?? []), exchange]);
    }
    return [
      ...exchanges.flatMap(judgeLink),
      ...[...groups].flatMap(([group, pages]) => judgePages(group, pages, exchanges)),
    ];
  },
};

const nextLink = ({ response }: Exchange): unknown => toJson(response.json)["@odata.nextLink"];
const idsOf = (exchange: Exchange): readonly string[] =>
  toList(toJson(exchange.response.json)["value"]).map(({ id }) => String(id));

function judgeLink(exchange: Exchange): RuleResult[] {
  const link = nextLink(exchange);
  if (link === undefined || exchange.operationId === undefined) return [];
  const isAbsolute = typeof link === "string" && /^https?:\/\/[^/]/i.test(link);
  return [holds(isAbsolute, [exchange], "/@odata.nextLink", "an absolute address", link)];
}

function judgePages(group: string, pages: readonly Exchange[], exchanges: readonly Exchange[]): RuleResult[] {
  const whole = exchanges.find(
    ({ relation, response }) => relation?.kind === "unpaged" && relation.group === group && response.status === 200,
  );
  const last = pages.at(-1);
  const ids = pages.flatMap(idsOf);
  const found: RuleResult[] = [
    holds(
      new Set(ids).size === ids.length,
      pages,
      "/value",
      "each entry once",
      `${ids.length - new Set(ids).size} repeated`,
    ),
  ];
  if (whole === undefined || last === undefined) return found;
  const isWhole = nextLink(last) === undefined;
  found.push(
    equals(
      [whole, ...pages],
      "/value",
      [...idsOf(whole)].sort(),
      isWhole ? [...ids].sort() : "no last page was reached",
    ),
  );
  const counted = pages.find(({ response }) => toJson(response.json)["@odata.count"] !== undefined);
  if (counted === undefined) return found;
  const count = toJson(counted.response.json)["@odata.count"];
  return [...found, equals([whole, counted], "/@odata.count", idsOf(whole).length, count)];
}
