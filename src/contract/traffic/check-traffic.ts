/** Checks recorded traffic without a service: what `runContract` tells, of exchanges that somebody else has sent. */
import type { CryptoProvider } from "../../crypto/provider.js";
import { defaultProvider } from "../../crypto/provider.js";
import { chooseRules } from "../choose-rules.js";
import type { Deviation } from "../deviations.js";
import { openDeviations } from "../deviations.js";
import type { Exchange } from "../exchange.js";
import type { ContractResult } from "../result.js";
import { createTally } from "../tally.js";
import { judgeStream } from "./judge-stream.js";
import type { WindowLimits } from "./windows.js";

/** How to check. */
export interface CheckOptions {
  /** Ids of rules; default: all. */
  readonly rules?: readonly string[] | undefined;
  readonly deviations?: readonly Deviation[] | undefined;
  /** Which WebCrypto opens files and verifies signatures; default: the native one. */
  readonly provider?: CryptoProvider | undefined;
  /** Decides which deviations have expired. */
  readonly now: Date;
  readonly limits?: Partial<WindowLimits> | undefined;
}

/**
 * Failures, known differences and observations as they are found, each place of a rule once, with the exchanges that show
 * it: their `origin` says where they are written. Passes and skips at the end. Memory does not grow with the traffic.
 * Results hold what the exchanges hold: redact them before they are written anywhere.
 * @throws {RangeError} naming `rules` or `deviations`, when the first result is asked for
 */
export async function* checkTraffic(
  exchanges: AsyncIterable<Exchange>,
  { rules: ids, deviations = [], provider = defaultProvider(), now, limits }: CheckOptions,
): AsyncGenerator<ContractResult, void> {
  const rules = chooseRules(ids);
  const tally = createTally(rules, openDeviations(deviations, now.getTime()));
  for await (const judged of judgeStream(exchanges, rules, provider, limits)) yield* tally.add("", [judged]);
  yield* tally.finish(undefined);
}
