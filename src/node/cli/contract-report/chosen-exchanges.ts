/** Which of a result's exchanges are shown, and what the place that it names belongs to. */
import type { ContractResult } from "../../../contract/result.js";
import type { ExchangeView } from "./exchange-view.js";
import { viewExchange } from "./exchange-view.js";
import type { FocusLimits } from "./focused-json.js";

/** Some of them. */
export interface ChosenExchanges {
  /** In the order in which they were sent. */
  readonly views: readonly ExchangeView[];
  /** How many came before them. */
  readonly left: number;
}

/**
 * The last ones, since the one at fault is last. The pointer is looked for in the last answer; those before it are how it
 * came to that, and shorter.
 * @param most - how many are shown
 */
export function chooseExchanges(
  { exchanges, pointer }: ContractResult,
  most: number,
  limits: FocusLimits,
): ChosenExchanges {
  const chosen = exchanges.slice(-most);
  const before = { ...limits, lines: Math.ceil(limits.lines / 2) };
  return {
    views: chosen.map((exchange, index) =>
      index === chosen.length - 1 ? viewExchange(exchange, pointer, limits) : viewExchange(exchange, undefined, before),
    ),
    left: exchanges.length - chosen.length,
  };
}
