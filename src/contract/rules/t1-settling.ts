/** T1: reads settle and do not go back. */
import type { Exchange } from "../exchange.js";
import { equals, holds, isEqual, observed } from "../judge.js";
import { essenceWithoutContext, related } from "../model/related.js";
import type { Rule, RuleResult } from "../rule.js";
import { AGAIN } from "../session/settling.js";

/** Good reads in a row after which a change counts as settled (as terraform-provider-azuread waits). */
export const SETTLED_AFTER = 5;

const LAG = "after how many milliseconds do reads settle?";

export const settling: Rule = {
  id: "T1",
  title: "After a write reads settle; five equal ones in a row are not followed by an older one; the lag is noted",
  evidence: ["third-party"],
  source: "terraform-provider-azuread (five consecutive reads); msgraph-bicep-types#193",
  operations: [],
  check: (exchanges) => {
    const groups = related(exchanges, "poll");
    const waits = groups.filter((reads) => reads.at(-1)?.isSettled === true);
    // A wait that has not ended was broken off with the run.
    const polls = groups.filter((reads) => !waits.includes(reads) && reads[0]?.relation?.variant === "");
    return [...polls.flatMap(judgePolls), ...longestLag(waits), ...waits.flatMap(judgeWait)];
  },
};

/** Reads of which nobody knows when they settled. */
function judgePolls(reads: readonly Exchange[]): RuleResult[] {
  const values = reads.map(essenceWithoutContext);
  const from = values.findIndex(
    (value, i) =>
      values.length - i >= SETTLED_AFTER && values.slice(i, i + SETTLED_AFTER).every((it) => isEqual(it, value)),
  );
  const [first, last] = [reads[0], reads.at(-1)];
  const settled = reads[from];
  if (first === undefined || last === undefined) return [];
  if (settled === undefined) return [equals(reads, "", "five equal reads in a row", "none")];
  const odd = values.findIndex((value, i) => i > from && !isEqual(value, values[from]));
  const lag = observed([first, settled], "", LAG, settled.receivedAt - first.sentAt);
  if (odd < 0) return [lag, equals([settled, last], "", values[from], values.at(-1))];
  return [lag, equals(reads.slice(from, odd + 1), "", values[from], values[odd])];
}

/** The reads at the end that are all alike. */
function rowAtEnd(reads: readonly Exchange[]): readonly Exchange[] {
  const values = reads.map(essenceWithoutContext);
  const odd = values.findLastIndex((value) => !isEqual(value, values.at(-1)));
  return reads.slice(odd + 1);
}

/** A wait for what had been written: it ends with as many equal reads as it wanted, or with the patience of the run. */
function judgeWait(reads: readonly Exchange[]): RuleResult[] {
  const { variant = "" } = reads.at(-1)?.relation ?? {};
  const wanted = Math.min(Number.parseInt(variant, 10) || SETTLED_AFTER, SETTLED_AFTER);
  const row = rowAtEnd(reads);
  const result = holds(row.length >= wanted, reads, "", `${wanted} equal reads in a row`, row.length);
  // What promises nothing of when all replicas have a write breaks no promise where one has it late.
  const isAgain = variant.endsWith(AGAIN);
  return isAgain ? [result, observed(reads, "", "do reads that had settled go back?", "yes")] : [result];
}

/** One for all waits: a number for each would say no more. */
function longestLag(waits: readonly (readonly Exchange[])[]): RuleResult[] {
  const lags = waits.flatMap((reads) => {
    const [first, settled] = [reads[0], rowAtEnd(reads)[0]];
    return first === undefined || settled === undefined
      ? []
      : [{ first, settled, ms: settled.receivedAt - first.sentAt }];
  });
  const [longest] = lags.toSorted((one, other) => other.ms - one.ms);
  return longest === undefined ? [] : [observed([longest.first, longest.settled], "", LAG, longest.ms)];
}
