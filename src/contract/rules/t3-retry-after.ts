/** T3: who is throttled is told when to come back, and does not come before. */
import { holds } from "../judge.js";
import type { Rule, RuleResult } from "../rule.js";
import { retryAfterMs } from "../session/retry-after.js";

/** Timers wake early. */
const TOLERANCE_MS = 20;

export const retryAfter: Rule = {
  id: "T3",
  title: "429 has a Retry-After, in seconds or as a date, and the client waits for it",
  evidence: ["doc-text"],
  source: "https://learn.microsoft.com/graph/throttling; RFC 9110 section 10.2.3",
  operations: [],
  check: (exchanges) =>
    exchanges.flatMap((exchange, index): RuleResult[] => {
      const { request, response, receivedAt } = exchange;
      if (response.status !== 429) return [];
      const text = response.headers["retry-after"] ?? null;
      const ms = retryAfterMs(text, receivedAt);
      const found = [holds(ms !== undefined, [exchange], "header:retry-after", "seconds or a date", text)];
      const next = exchanges
        .slice(index + 1)
        .find(
          (it) => it.request.url === request.url && it.request.method === request.method && it.sentAt >= receivedAt,
        );
      // Requests in flight were on their way before they could know.
      if (ms === undefined || next === undefined || exchange.relation?.kind === "parallel") return found;
      const waited = next.sentAt - receivedAt;
      return [...found, holds(waited >= ms - TOLERANCE_MS, [exchange, next], "header:retry-after", ms, waited)];
    }),
};
