/** Order out of disorder, within a window. */
import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { inOrder } from "../../../../src/node/cli/in-order.js";

function collecting(size: number): { readonly window: ReturnType<typeof inOrder<string>>; readonly told: string[] } {
  const told: string[] = [];
  const window = inOrder<string>(size, async (value) => {
    await turn();
    told.push(value);
  });
  return { window, told };
}

describe("inOrder", () => {
  it("delivers in order, whatever the order of the work", async () => {
    const { window, told } = collecting(10);
    await Promise.all([window.put(2, "c"), window.put(0, "a"), window.put(3, "d"), window.put(1, "b")]);
    await turn();
    expect(told).toEqual(["a", "b", "c", "d"]);
  });

  it("lays by what is ahead of a gap", async () => {
    const { window, told } = collecting(10);
    await window.put(1, "b");
    expect(told).toEqual([]);
    await window.put(0, "a");
    expect(told).toEqual(["a", "b"]);
  });

  it("lets nobody begin what is a window ahead of the first that is missing", async () => {
    const { window } = collecting(2);
    const admitted: number[] = [];
    const asked = [0, 1, 2, 3, 4].map(async (index) => {
      await window.admit(index);
      admitted.push(index);
    });
    await turn();
    expect(admitted).toEqual([0, 1]);
    await window.put(1, "b");
    await turn();
    expect(admitted).toEqual([0, 1]);
    await window.put(0, "a");
    await turn();
    expect(admitted).toEqual([0, 1, 2, 3]);
    await window.put(2, "c");
    await Promise.all(asked);
    expect(admitted).toEqual([0, 1, 2, 3, 4]);
  });

  it("delivers over the gaps in the end", async () => {
    const { window, told } = collecting(20);
    await window.put(12, "m");
    await window.put(3, "d");
    await window.put(4, "e");
    await window.flush();
    expect(told).toEqual(["d", "e", "m"]);
  });

  it("tells who brings a value that it cannot be delivered", async () => {
    const window = inOrder<string>(5, () => Promise.reject(new RangeError("odd")));
    await expect(window.put(0, "a")).rejects.toThrow("odd");
  });
});
