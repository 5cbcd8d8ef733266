/** Holds the rules against one recording. */
import type { CryptoProvider } from "../crypto/provider.js";
import type { Exchange } from "./exchange.js";
import type { Expected, History } from "./model/expected.js";
import { expect } from "./model/expected.js";
import { settleReads } from "./model/settled-reads.js";
import type { Rule, RuleResult } from "./rule.js";

/** A result with its rule. */
export interface Judged {
  readonly rule: Rule;
  readonly result: RuleResult;
}

/**
 * Judges recorded traffic, of whatever origin. Of foreign traffic it works out first which reads had settled. Unlike
 * `checkTraffic` it knows no deviations and tells what is the same as often as it is found. Nothing is redacted.
 * @param exchanges - all of them, in the order in which they were sent
 * @param provider - opens the files and verifies the signatures in it
 * @returns in the order of the rules; nothing for a rule that has found nothing to look at
 */
export async function judge(
  exchanges: readonly Exchange[],
  rules: readonly Rule[],
  provider: CryptoProvider,
): Promise<readonly Judged[]> {
  return (await judgeWith(settleReads(exchanges), rules, provider)).judged;
}

/** The same of a part of a recording. @param history - what came before */
export async function judgeWith(
  exchanges: readonly Exchange[],
  rules: readonly Rule[],
  provider: CryptoProvider,
  history?: History,
): Promise<{ readonly judged: readonly Judged[]; readonly expected: Expected }> {
  const expected = await expect(exchanges, provider, history);
  const judged = rules.flatMap((rule) => rule.check(exchanges, expected).map((result) => ({ rule, result })));
  return { judged, expected };
}
