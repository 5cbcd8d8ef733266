/** The time of a run: the system's, or a virtual one that a mock shares. */

/** A clock. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Moves a virtual clock, the service's with it; absent for real time. */
  readonly advance?: ((ms: number) => void) | undefined;
}

/** Real time. */
export const SYSTEM_CLOCK: Clock = { now: () => Date.now() };

/** Waits: at once where the clock is virtual. */
export async function sleep(clock: Clock, ms: number): Promise<void> {
  if (clock.advance !== undefined) clock.advance(ms);
  else await new Promise((resolve) => setTimeout(resolve, ms));
}
