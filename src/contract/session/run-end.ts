/** What ends a run early: thrown by whoever sends, past the scenarios, and never taken for an answer that was lost. */

/** The run ends here. */
export class RunEndError extends Error {
  override readonly name: string = "RunEndError";
}

/** The run has sent as many requests as it may, has made as many objects, or has taken as long. */
export class BudgetError extends RunEndError {
  override readonly name = "BudgetError";
}

/** What the rest of a scenario is about could not be made; the run goes on with the next one. */
export class NothingMadeError extends Error {
  override readonly name = "NothingMadeError";
}

/** The signal was raised. */
export class InterruptedError extends RunEndError {
  override readonly name = "InterruptedError";

  constructor() {
    super("the run was interrupted");
  }
}
