/** How outcomes are told: each reporter hears of one path after the other and of the end. */
import type { Outcome, Summary } from "./outcome.js";

/** Writes what it is told in one form. */
export interface Reporter {
  readonly add: (outcome: Outcome) => void;
  readonly end: (summary: Summary) => void;
}
