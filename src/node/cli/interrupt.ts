/** Ctrl-C and SIGTERM: the first one is a wish to end soon and in order, the second one ends the process. */
import { EXIT_CODE } from "./exit-codes.js";
import type { Host, InterruptSignal } from "./host.js";

/** Whether somebody wants the work to end. */
export interface Interruption {
  /** Is aborted by the first signal. */
  readonly signal: AbortSignal;
  /** What to exit with; `undefined` as long as no signal came. */
  readonly exitCode: () => number | undefined;
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
    exitCode: () => received && (received === "SIGINT" ? EXIT_CODE.cancelled : EXIT_CODE.terminated),
    close,
  };
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
