/** Takes one path after the other, several at once where there are threads for it, until there are no more. */
import { setTimeout } from "node:timers/promises";
import type { Examiner } from "./examiner.js";
import { MANY_PATHS } from "./examiner.js";
import { orAborted } from "./interrupt.js";
import type { LookAhead } from "./look-ahead.js";
import type { Input } from "./read-paths.js";
import type { Telling } from "./telling.js";

/** What there is to do, and who does it. */
export interface Work {
  readonly source: LookAhead<Input>;
  readonly examiner: Examiner;
  readonly telling: Telling;
  /** Stops the work: paths that are not done by then are not told. */
  readonly signal: AbortSignal;
}

/** How long a slow list may keep back the first path. */
const PATIENCE_MS = 100;

/**
 * Examines and tells all paths.
 * @throws the reason of `signal` when it is aborted
 * @throws whatever `source` and `examiner` throw, such as {CancelledError}: no further path is taken then
 */
export async function examineAll({ source, examiner, telling, signal: given }: Work): Promise<void> {
  const stop = new AbortController();
  const signal = AbortSignal.any([given, stop.signal]);
  let failure: { readonly error: unknown } | undefined;

  async function lane(): Promise<void> {
    for (;;) {
      const next = await orAborted(source.next(), signal);
      if (next === undefined) return;
      await orAborted(telling.admit(next.index), signal);
      const examined = await orAborted(examiner.examine(next.item, signal), signal);
      await telling.add(next.index, examined);
    }
  }

  // What is many decides about threads, so a moment is given to count.
  await Promise.race([source.reached(MANY_PATHS), setTimeout(PATIENCE_MS, undefined, { ref: false })]);
  // More than the threads take at once: while this one tells what was found, there is something for the others to do.
  const lanes = Array.from({ length: examiner.jobs === 1 ? 1 : 3 * examiner.jobs }, async () => {
    try {
      await lane();
    } catch (error) {
      failure ??= { error };
      stop.abort();
    }
  });
  await Promise.all(lanes);
  source.close();
  if (failure !== undefined) throw given.aborted ? given.reason : failure.error;
}
