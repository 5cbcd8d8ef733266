/** Long work in slices: between them the page lives, timers fire and an AbortSignal is seen. */

/** Longest stretch of work without a pause; below 50 ms a page still feels alive. */
const SLICE_MS = 40;
/** Rounds between two looks at the clock: a tenth of a millisecond with the fastest hash functions, 20 with HMAC-SHA-3. */
const ROUNDS_PER_LOOK = 512;
/** More rounds than this pause before they start; fewer are done in a few milliseconds and never pause at all. */
const LONG_ROUNDS = 32_768;

/** Keeps the time of one derivation. */
export interface Pacer {
  /**
   * Calls `work` with numbers of rounds that add up to `rounds`, each at most `roundsPerLook` (default 512), between
   * which the clock is looked at.
   * @throws the signal's reason, within one slice of its abort
   */
  run(rounds: number, work: (rounds: number) => void, roundsPerLook?: number): Promise<void>;
}

/**
 * Begins a derivation of about `totalRounds` rounds. A long one lets go of the thread first, so that work for other
 * threads that the caller asks for in the same breath (WebCrypto's PBKDF2) is under way beside it.
 * @throws the signal's reason if it is aborted already
 */
export async function startPacer(totalRounds: number, signal: AbortSignal | undefined): Promise<Pacer> {
  signal?.throwIfAborted();
  let sliceStart = performance.now();

  async function pause(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
    sliceStart = performance.now();
  }

  if (totalRounds > LONG_ROUNDS) await pause();
  return {
    async run(rounds, work, roundsPerLook = ROUNDS_PER_LOOK) {
      for (let done = 0; done < rounds; ) {
        const slice = Math.min(roundsPerLook, rounds - done);
        work(slice);
        done += slice;
        if (performance.now() - sliceStart >= SLICE_MS) await pause();
      }
    },
  };
}
