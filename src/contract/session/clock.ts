/** The time of a run: the system's, or a virtual one that a mock shares. */

/** What a run takes for the time: what it sends, waits for and judges. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Moves a virtual clock, the service's with it; absent for real time. */
  readonly advance?: ((ms: number) => void | Promise<void>) | undefined;
}

/** Real time. */
export const SYSTEM_CLOCK: Clock = { now: () => Date.now() };

/** Waits: no longer than it takes where the clock is virtual, and not on where `signal` is raised. */
export async function sleep(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted === true) return;
  if (clock.advance !== undefined) {
    await clock.advance(ms);
    return;
  }
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener("abort", end);
  });
}
