import { describe, expect, it } from "vitest";
import type { CountedRequest } from "../../../src/mock/limits.js";
import { COUNTED_HEADER_BYTES, requireHeaderSize } from "../../../src/mock/limits.js";
import { Refusal } from "../../../src/mock/refusal.js";

const request = (value: string, counted?: number): CountedRequest => {
  const made: CountedRequest = new Request("https://x.example/", { headers: { a: value } });
  if (counted !== undefined) made[COUNTED_HEADER_BYTES] = counted;
  return made;
};

describe("requireHeaderSize", () => {
  it("counts names and values", () => {
    expect(() => requireHeaderSize(request("x".repeat(9)), 10)).not.toThrow();
    expect(() => requireHeaderSize(request("x".repeat(10)), 10)).toThrow(Refusal);
  });

  it("believes a server that has counted no more, and counts again where it has", () => {
    expect(() => requireHeaderSize(request("x".repeat(10), 10), 10)).not.toThrow();
    expect(() => requireHeaderSize(request("x".repeat(9), 12), 10)).not.toThrow();
    expect(() => requireHeaderSize(request("x".repeat(10), 12), 10)).toThrow(Refusal);
  });
});
