/** C6: which certificate is in use. */
import type { Exchange, Json } from "../exchange.js";
import { equals, holds } from "../judge.js";
import type { Expected } from "../model/expected.js";
import { certificateListsIn } from "../model/shown.js";
import type { Rule, RuleResult } from "../rule.js";

/** How far the service's clock may be from ours: at such an edge either answer is right. */
const SKEW_SECONDS = 5;

export const active: Rule = {
  id: "C6",
  title: "Active is the most recently uploaded certificate that is valid now, and no other",
  evidence: ["doc-text"],
  source: "https://learn.microsoft.com/graph/api/resources/pkcs12certificateinformation",
  operations: ["identityApiConnector.uploadClientCertificate", "identityApiConnector.get", "identityApiConnector.list"],
  check: (exchanges, expected) => exchanges.flatMap((exchange) => judge(exchange, expected)),
};

function judge(exchange: Exchange, expected: Expected): RuleResult[] {
  return certificateListsIn(exchange).flatMap(({ pointer, list, isListed }) => {
    const found = list.flatMap(({ isActive }, index) => (isActive === true ? [index] : []));
    const results = [holds(found.length <= 1, [exchange], pointer, "at most one active entry", found)];
    const order = isListed ? [] : expected.uploadOrder(exchange);
    const [early, late] = [exchange.sentAt / 1000 - SKEW_SECONDS, exchange.receivedAt / 1000 + SKEW_SECONDS].map(
      (now) => activeAt(list, order, now),
    );
    if (early !== late) return results;
    return [...results, equals([exchange], pointer, early === undefined ? [] : [early], found)];
  });
}

/** @param order - thumbprints as they were uploaded; the list's own order where one of them is not known */
function activeAt(list: readonly Json[], order: readonly string[], now: number): number | undefined {
  const isKnown = list.every(({ thumbprint }) => order.includes(String(thumbprint)));
  const valid = list
    .map((entry, index) => ({ index, entry, rank: isKnown ? order.lastIndexOf(String(entry["thumbprint"])) : index }))
    .filter(({ entry }) => Number(entry["notBefore"]) <= now && now <= Number(entry["notAfter"]))
    // The same certificate twice has one rank: the later entry counts.
    .sort((one, other) => other.rank - one.rank || other.index - one.index);
  return valid[0]?.index;
}
