/** How a long derivation behaves while it runs and when it is stopped. */

/** How soon a derivation must notice an abort, and how long it may block the thread, in milliseconds. */
export const PROMPT_MS = 200;

/** For tests that measure time: a machine busy with other suites may need another try. */
export const TIMED = { retry: 3 };

/** What {@link watchAbort} saw. */
export interface AbortObservation {
  /** What the derivation was rejected with; `undefined` if it was not. */
  readonly reason: unknown;
  /** From the abort to the rejection, in milliseconds. */
  readonly lagMs: number;
  /** Longest time for which no timer fired before the abort, in milliseconds: how long the thread was blocked. */
  readonly longestBlockMs: number;
}

/** Starts `derive`, aborts its signal with `reason` after `afterMs`, and watches the event loop meanwhile. */
export async function watchAbort(
  derive: (signal: AbortSignal) => Promise<unknown>,
  reason: unknown,
  afterMs = 150,
): Promise<AbortObservation> {
  const controller = new AbortController();
  const { signal } = controller;
  let abortedAt = 0;
  let lastTick = performance.now();
  let longestBlockMs = 0;
  const interval = setInterval(() => {
    const now = performance.now();
    longestBlockMs = Math.max(longestBlockMs, now - lastTick);
    lastTick = now;
  }, 5);
  setTimeout(() => {
    abortedAt = performance.now();
    controller.abort(reason);
  }, afterMs);
  try {
    await derive(signal);
    return { reason: undefined, lagMs: 0, longestBlockMs };
  } catch (error) {
    return { reason: error, lagMs: performance.now() - abortedAt, longestBlockMs };
  } finally {
    clearInterval(interval);
  }
}
