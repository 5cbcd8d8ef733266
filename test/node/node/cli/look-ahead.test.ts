/** Reading ahead: how far, and what is known of the end. */
import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { lookAhead } from "../../../../src/node/cli/look-ahead.js";

interface Thing {
  readonly name: number;
}

/** A source that counts what is taken from it. */
function source(
  length: number,
  failure?: Error,
): { readonly things: AsyncIterable<Thing>; readonly given: () => number } {
  let given = 0;
  async function* things(): AsyncGenerator<Thing> {
    while (given < length) yield await Promise.resolve({ name: given++ });
    if (failure !== undefined) throw failure;
  }
  return { things: things(), given: () => given };
}

describe("lookAhead", () => {
  it("gives every item once, with its place, to several that ask at once", async () => {
    const ahead = lookAhead(source(50).things, 7);
    const taken: number[] = [];
    const takers = Array.from({ length: 4 }, async () => {
      for (let next = await ahead.next(); next !== undefined; next = await ahead.next()) {
        expect(next.index).toBe(next.item.name);
        taken.push(next.index);
        if (next.index % 3 === 0) await turn();
      }
    });
    await Promise.all(takers);
    expect(taken.sort((left, right) => left - right)).toEqual(Array.from({ length: 50 }, (_, index) => index));
    expect(await ahead.next()).toBeUndefined();
  });

  it("reads ahead no more than it may", async () => {
    const { things, given } = source(1000);
    const ahead = lookAhead(things, 10);
    await turn();
    expect(given()).toBe(10);
    expect(ahead.seen()).toBe(10);
    expect(ahead.isExhausted()).toBe(false);
    await ahead.next();
    await turn();
    expect(given()).toBe(11);
  });

  it("knows how many there are before they are taken", async () => {
    const ahead = lookAhead(source(5).things, 10);
    await turn();
    expect({ seen: ahead.seen(), isExhausted: ahead.isExhausted() }).toEqual({ seen: 5, isExhausted: true });
  });

  it("settles once enough are known, or all", async () => {
    let release = (): void => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    async function* slow(): AsyncGenerator<Thing> {
      yield { name: 0 };
      await released;
      yield { name: 1 };
    }
    const ahead = lookAhead(slow(), 10);
    await ahead.reached(1);
    let isReached = false;
    const reached = ahead.reached(3).then(() => {
      isReached = true;
    });
    await turn();
    expect(isReached).toBe(false);
    release();
    await reached;
    expect(ahead.seen()).toBe(2);
  });

  it("fails where the source does, once what came before is taken, and for all who ask", async () => {
    const ahead = lookAhead(source(1, new RangeError("odd")).things, 10);
    await turn();
    expect(await ahead.next()).toEqual({ index: 0, item: { name: 0 } });
    await expect(ahead.next()).rejects.toThrow("odd");
    await expect(ahead.next()).rejects.toThrow("odd");
  });

  it("ends the source when it is closed", async () => {
    let isEnded = false;
    async function* endless(): AsyncGenerator<Thing> {
      try {
        for (let name = 0; ; name++) yield await Promise.resolve({ name });
      } finally {
        isEnded = true;
      }
    }
    const ahead = lookAhead(endless(), 3);
    await turn();
    ahead.close();
    await turn();
    expect(isEnded).toBe(true);
  });
});
