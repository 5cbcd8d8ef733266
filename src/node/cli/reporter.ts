/** How outcomes are told: each reporter hears of one path after the other and of the end. */
import type { Outcome, Summary } from "./outcome.js";

/** How a call came to its end. */
export interface Ending {
  /** False where it was broken off: some paths were not looked at. What was told so far is to be left whole. */
  readonly isComplete: boolean;
}

/** Writes what it is told in one form. */
export interface Reporter {
  /** When it wants to hear of a path: in the order of the call, or as soon as the path is done. */
  readonly order: "input" | "completion";
  /** Takes one outcome. The next one comes once the promise is settled: a slow output slows the work down. */
  readonly add: (outcome: Outcome) => Promise<void> | void;
  /** Is called once, in the end. */
  readonly end: (summary: Summary, ending: Ending) => Promise<void> | void;
}
