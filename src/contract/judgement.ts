/** Holds the rules against one recording. */
import type { CryptoProvider } from "../crypto/provider.js";
import type { Exchange } from "./exchange.js";
import { expect } from "./model/expected.js";
import type { Rule, RuleResult } from "./rule.js";

/** A result with its rule. */
export interface Judged {
  readonly rule: Rule;
  readonly result: RuleResult;
}

/**
 * Judges recorded traffic, of whatever origin.
 * @param exchanges - in the order in which they were sent
 * @param provider - opens the files and verifies the signatures in it
 */
export async function judge(
  exchanges: readonly Exchange[],
  rules: readonly Rule[],
  provider: CryptoProvider,
): Promise<readonly Judged[]> {
  const expected = await expect(exchanges, provider);
  return rules.flatMap((rule) => rule.check(exchanges, expected).map((result) => ({ rule, result })));
}
