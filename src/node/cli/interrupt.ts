/** Ctrl-C and SIGTERM: the first one is a wish to end soon and in order, the second one ends the process. */
import { setTimeout } from "node:timers/promises";
import { CancelledError } from "./failure.js";
import type { Host, InterruptSignal } from "./host.js";

/** Whether somebody wants the work to end. */
export interface Interruption {
  /** Is aborted by the first signal. */
  readonly signal: AbortSignal;
  /** The signal that came; `undefined` as long as none did. */
  readonly received: () => InterruptSignal | undefined;
  /** Leaves signals to the system again. */
  readonly close: () => void;
}

/**
 * Listens for the first signal, and then no more: the system ends the process at the next one. Whoever calls it must end
 * the process once its work has stopped.
 */
export function watchInterrupts({ onInterrupt }: Pick<Host, "onInterrupt">): Interruption {
  const controller = new AbortController();
  let received: InterruptSignal | undefined;
  const close = onInterrupt((signal) => {
    close();
    received = signal;
    controller.abort();
  });
  return {
    signal: controller.signal,
    received: () => received,
    close,
  };
}

/**
 * Runs work that is to be done whole or not at all, such as naming files: the first signal aborts `signal`, which the work
 * may heed where it can still take back what it did, and does not end the process meanwhile.
 * @throws {CancelledError} where the work ended with the abortion
 */
export async function holdInterrupts<Value>(
  host: Pick<Host, "onInterrupt">,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const interruption = watchInterrupts(host);
  try {
    return await work(interruption.signal);
  } catch (error) {
    const received = interruption.received();
    if (received === undefined || error !== interruption.signal.reason) throw error;
    throw new CancelledError("interrupted", received);
  } finally {
    interruption.close();
  }
}

/** Whether `work` is done soon: a file may be open that never answers. */
export async function settlesSoon(work: Promise<unknown>, patienceMs: number): Promise<boolean> {
  const isDone = work.then(
    () => true,
    () => true,
  );
  return await Promise.race([isDone, setTimeout(patienceMs, false)]);
}

/**
 * What `work` gives, unless `signal` is aborted before.
 * @throws the reason of `signal`; what becomes of `work` is nobody's concern then
 */
export function orAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
