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
 * Judges recorded traffic, of whatever origin. Of foreign traffic it works out first which reads had settled.
 * @param exchanges - in the order in which they were sent
 * @param provider - opens the files and verifies the signatures in it
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
