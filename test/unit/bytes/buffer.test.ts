import { describe, expect, it } from "vitest";
import { concatBytes, toOwnedBytes } from "../../../src/bytes/buffer.js";

describe("toOwnedBytes", () => {
  it("copies a view into an array of its own", () => {
    const pool = Uint8Array.of(1, 2, 3, 4);
    const owned = toOwnedBytes(pool.subarray(1, 3));
    pool.fill(9);
    expect(owned).toEqual(Uint8Array.of(2, 3));
    expect(owned.buffer.byteLength).toBe(2);
  });
});

describe("concatBytes", () => {
  it("joins in order", () => {
    expect(concatBytes([Uint8Array.of(1), new Uint8Array(0), Uint8Array.of(2, 3)])).toEqual(Uint8Array.of(1, 2, 3));
    expect(concatBytes([])).toEqual(new Uint8Array(0));
  });
});
