import { expect, it } from "vitest";
import { sameLocalKeyId } from "../../../src/credential/local-key-id.js";

const one = Uint8Array.of(1);

it.each<[boolean, Uint8Array | undefined, Uint8Array | undefined]>([
  [true, one, Uint8Array.of(1)],
  [true, new Uint8Array(0), new Uint8Array(0)],
  [false, one, Uint8Array.of(2)],
  [false, one, Uint8Array.of(1, 0)],
  [false, one, undefined],
  [false, undefined, one],
  [false, undefined, undefined],
])("is %s for %s and %s", (expected, a, b) => {
  expect(sameLocalKeyId(a, b)).toBe(expected);
});
