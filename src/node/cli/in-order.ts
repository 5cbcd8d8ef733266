/** Brings what is done out of order back into order, and never holds more than a window of it. */

/** A window over numbered values. */
export interface InOrder<Value> {
  /** Settles when the value of this number may be worked on: when few enough before it are missing. */
  readonly admit: (index: number) => Promise<void>;
  /** Takes a value; settles when it is delivered, or laid by until those before it are there. */
  readonly put: (index: number, value: Value) => Promise<void>;
  /** Delivers what is laid by, over the gaps: those before will not come any more. */
  readonly flush: () => Promise<void>;
}

/**
 * Delivers one value after the other, each number once, beginning with 0.
 * @param size - how far a number may be ahead of the first that is missing
 * @param deliver - is not called again before it has settled; rejects where `put` and `flush` shall
 */
export function inOrder<Value>(size: number, deliver: (value: Value) => Promise<void>): InOrder<Value> {
  const done = new Map<number, { readonly value: Value }>();
  let admissions: { readonly index: number; readonly resume: () => void }[] = [];
  let head = 0;
  let isDelivering = false;

  function admitMore(): void {
    for (const { index, resume } of admissions) if (index < head + size) resume();
    admissions = admissions.filter(({ index }) => index >= head + size);
  }

  async function deliverHead(): Promise<void> {
    if (isDelivering) return;
    isDelivering = true;
    try {
      for (let next = done.get(head); next !== undefined; next = done.get(head)) {
        done.delete(head);
        head += 1;
        await deliver(next.value);
        admitMore();
      }
    } finally {
      isDelivering = false;
    }
  }

  return {
    admit: (index) =>
      index < head + size ? Promise.resolve() : new Promise((resume) => void admissions.push({ index, resume })),
    put: (index, value) => {
      done.set(index, { value });
      return deliverHead();
    },
    flush: async () => {
      for (const index of [...done.keys()].sort((left, right) => left - right)) {
        head = index;
        await deliverHead();
      }
    },
  };
}
