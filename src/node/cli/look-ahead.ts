/** Reads a sequence ahead of those who use it, so that its length is known as early as can be. */

/** An item and its place in the sequence, from 0. */
export interface Numbered<Item> {
  readonly index: number;
  readonly item: Item;
}

/** The head of a sequence; several may take from it at once. */
export interface LookAhead<Item> {
  /** The next item, or `undefined` behind the last one. Rejects as the sequence does, once what came before is taken. */
  readonly next: () => Promise<Numbered<Item> | undefined>;
  /** Settles once so many items are known, or all. */
  readonly reached: (count: number) => Promise<void>;
  /** Items that are known so far, taken or not. */
  readonly seen: () => number;
  /** True once there are no more than those that were seen. */
  readonly isExhausted: () => boolean;
  /** Ends the reading, where it does not wait for something that never comes. */
  readonly close: () => void;
}

/**
 * Begins to read at once, and never holds more than `capacity` items that nobody has taken.
 * @param source - is ended early where {@link LookAhead.close} is called
 */
export function lookAhead<Item extends object>(source: AsyncIterable<Item>, capacity: number): LookAhead<Item> {
  const waiting: Item[] = [];
  let seen = 0;
  let isEnded = false;
  let isClosed = false;
  let failure: { readonly error: unknown } | undefined;
  let wakers: (() => void)[] = [];

  const wake = (): void => {
    const woken = wakers;
    wakers = [];
    for (const resume of woken) resume();
  };
  const change = (): Promise<void> => new Promise((resolve) => void wakers.push(resolve));

  async function pump(): Promise<void> {
    try {
      for await (const item of source) {
        if (isClosed) break;
        waiting.push(item);
        seen += 1;
        wake();
        while (waiting.length >= capacity && !isClosed) await change();
      }
    } catch (error) {
      failure = { error };
    }
    isEnded = true;
    wake();
  }
  void pump();

  return {
    next: async () => {
      while (waiting.length === 0 && !isEnded) await change();
      const index = seen - waiting.length;
      const item = waiting.shift();
      if (item !== undefined) {
        wake();
        return { index, item };
      }
      if (failure !== undefined) throw failure.error;
      return undefined;
    },
    reached: async (count) => {
      while (seen < count && !isEnded) await change();
    },
    seen: () => seen,
    isExhausted: () => isEnded,
    close: () => {
      isClosed = true;
      wake();
    },
  };
}
