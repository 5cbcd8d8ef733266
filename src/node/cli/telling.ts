/** Passes outcomes on to the reporters, each in the order that it wants, and counts them. */
import type { Examined } from "./examined.js";
import type { Host } from "./host.js";
import { inOrder } from "./in-order.js";
import type { FailOn, Summary } from "./outcome.js";
import { addToSummary, EMPTY_SUMMARY, isFailing } from "./outcome.js";
import type { Progress } from "./progress.js";
import type { Ending, Reporter } from "./reporter.js";

/** What was told so far. */
export interface Tally {
  readonly summary: Summary;
  /** Whether a report has a finding that `--fail-on` counts. */
  readonly hasFailing: boolean;
  /** Whether the password that was given does not open a file. */
  readonly isPasswordDoubted: boolean;
}

/** Takes what is examined, in whatever order. */
export interface Telling {
  /** Settles when the path of this number may be examined: what is done too early would pile up. */
  readonly admit: (index: number) => Promise<void>;
  /** Settles when it is told, or laid by, and the outputs have taken what was written. */
  readonly add: (index: number, examined: Examined) => Promise<void>;
  /**
   * Tells what was laid by, and the end.
   * @throws what the first reporter that failed threw, after all the others have ended
   */
  readonly end: (ending: Ending) => Promise<void>;
  readonly tally: () => Tally;
}

/** Outcomes that may be done before the first that is missing: a hundred reports are a megabyte. */
const WINDOW = 128;

/** @param reporters - the first is that of standard output; notes on standard error come when it is told */
export function createTelling(
  reporters: readonly Reporter[],
  { stdout, stderr }: Pick<Host, "stdout" | "stderr">,
  progress: Pick<Progress, "clear">,
  failOn: FailOn,
): Telling {
  const failures = new Map<Reporter, unknown>();
  let tally: Tally = { summary: EMPTY_SUMMARY, hasFailing: false, isPasswordDoubted: false };

  /** One that fails hears no more; the others do. */
  async function attempt(reporter: Reporter, work: () => Promise<void> | void): Promise<void> {
    if (failures.has(reporter)) return;
    try {
      await work();
    } catch (error) {
      failures.set(reporter, error);
    }
  }

  async function tell(order: Reporter["order"], { outcome, notes }: Examined): Promise<void> {
    const isOutput = reporters[0]?.order === order;
    if (isOutput && (stdout.isTerminal || notes !== "")) progress.clear();
    if (isOutput && notes !== "") stderr.write(notes);
    for (const reporter of reporters) {
      if (reporter.order === order) await attempt(reporter, () => reporter.add(outcome));
    }
    await Promise.all([stdout.drained(), stderr.drained()]);
  }

  const hasOrder = reporters.some(({ order }) => order === "input");
  const window = inOrder<Examined>(WINDOW, (examined) => tell("input", examined));
  let last: Promise<void> = Promise.resolve();

  return {
    admit: (index) => (hasOrder ? window.admit(index) : Promise.resolve()),
    add: async (index, examined) => {
      tally = addToTally(tally, examined, failOn);
      last = last.then(() => tell("completion", examined));
      await last;
      if (hasOrder) await window.put(index, examined);
    },
    end: async (ending) => {
      await window.flush();
      progress.clear();
      for (const reporter of reporters) await attempt(reporter, () => reporter.end(tally.summary, ending));
      for (const error of failures.values()) throw error;
    },
    tally: () => tally,
  };
}

function addToTally({ summary, hasFailing, isPasswordDoubted }: Tally, examined: Examined, failOn: FailOn): Tally {
  return {
    summary: addToSummary(summary, examined.outcome),
    hasFailing: hasFailing || isFailing(examined.outcome, failOn),
    isPasswordDoubted: isPasswordDoubted || examined.isPasswordDoubted,
  };
}
