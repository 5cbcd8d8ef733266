/** C6: which certificate is in use. */
import type { Exchange, Json } from "../exchange.js";
import { isSuccess } from "../exchange.js";
import { equals, holds } from "../judge.js";
import type { Expected } from "../model/expected.js";
import { serverTimes } from "../model/server-time.js";
import { certificateListsIn } from "../model/shown.js";
import type { Rule, RuleResult } from "../rule.js";

/** How far the service's clock may be from ours: at such an edge either answer is right. */
const SKEW_SECONDS = 5;

export const active: Rule = {
  id: "C6",
  title: "Active is the most recently uploaded certificate that is valid now, and no other",
  evidence: ["doc-text"],
  source: "https://learn.microsoft.com/graph/api/resources/pkcs12certificateinformation (isActive)",
  operations: ["identityApiConnector.uploadClientCertificate", "identityApiConnector.get", "identityApiConnector.list"],
  check: (exchanges, expected) => {
    const raced = racedObjects(exchanges, expected);
    return exchanges.flatMap((exchange) => judge(exchange, expected, raced));
  },
};

function judge(exchange: Exchange, expected: Expected, raced: ReadonlySet<string>): RuleResult[] {
  return certificateListsIn(exchange).flatMap(({ pointer, list, isListed }) => {
    const found = list.filter(({ isActive }) => isActive === true).map(({ thumbprint }) => String(thumbprint));
    const results = [holds(found.length <= 1, [exchange], pointer, "at most one active entry", found)];
    const isRaced = raced.has(expected.objectOf(exchange) ?? "");
    const order = isListed || isRaced ? [] : expected.uploadOrder(exchange);
    const { earliest, latest } = serverTimes(exchange);
    const [early, late] = [earliest / 1000 - SKEW_SECONDS, latest / 1000 + SKEW_SECONDS].map((now) =>
      validAt(list, now),
    );
    if (early === undefined || late === undefined || early.join() !== late.join()) return results;
    const last = latestOf(early, order);
    if (last !== undefined) return [...results, equals([exchange], pointer, last, found)];
    // Which of them was uploaded last is not known: one of them it is.
    const isOne = found.length === 1 && early.includes(found[0] ?? "");
    return [...results, holds(isOne, [exchange], pointer, { oneOf: early }, found)];
  });
}

/** The thumbprints of certificates that are valid, each once. */
function validAt(list: readonly Json[], now: number): readonly string[] {
  const valid = list.filter(({ notBefore, notAfter }) => Number(notBefore) <= now && now <= Number(notAfter));
  return [...new Set(valid.map(({ thumbprint }) => String(thumbprint)))].sort();
}

/**
 * What must be active of those that are valid; `undefined` where it cannot be said: one of them was not uploaded in this
 * traffic, or was uploaded twice with another in between, and what that means is not documented.
 */
function latestOf(valid: readonly string[], order: readonly string[]): readonly string[] | undefined {
  if (valid.length < 2) return valid;
  if (valid.some((it) => !order.includes(it))) return undefined;
  const [byFirst, byLast] = [order.indexOf.bind(order), order.lastIndexOf.bind(order)].map((rank) =>
    valid.reduce((one, other) => (rank(other) > rank(one) ? other : one)),
  );
  return byFirst !== undefined && byFirst === byLast ? [byFirst] : undefined;
}

/** Connectors to which two uploads were under way at once: which came last, nobody outside can tell. */
function racedObjects(exchanges: readonly Exchange[], { objectOf }: Expected): ReadonlySet<string> {
  const raced = new Set<string>();
  const latest = new Map<string, number>();
  for (const exchange of exchanges) {
    if (!exchange.operationId?.endsWith(".uploadClientCertificate") || !isSuccess(exchange)) continue;
    const id = objectOf(exchange) ?? "";
    if (exchange.sentAt < (latest.get(id) ?? Number.NEGATIVE_INFINITY)) raced.add(id);
    latest.set(id, Math.max(exchange.receivedAt, latest.get(id) ?? Number.NEGATIVE_INFINITY));
  }
  return raced;
}
