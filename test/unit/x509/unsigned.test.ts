import { describe, expect, it } from "vitest";
import { bitLength, trimZeros, unsignedBigint, unsignedHex } from "../../../src/x509/unsigned.js";

describe("unsigned integers", () => {
  it("trims leading zeros only", () => {
    expect(trimZeros(Uint8Array.of(0, 0, 1, 0))).toEqual(Uint8Array.of(1, 0));
    expect(trimZeros(Uint8Array.of(0, 0))).toEqual(new Uint8Array());
  });

  it.each([
    [0n, ""],
    [0x0fn, "0F"],
    [0x100n, "0100"],
    [0xabcdefn, "ABCDEF"],
  ])("writes %s as %s from octets and from a bigint", (value, hex) => {
    const octets = Uint8Array.from(`0000${hex}`.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    expect(unsignedHex(value)).toBe(hex);
    expect(unsignedHex(octets)).toBe(hex);
    expect(unsignedBigint(octets)).toBe(value);
  });

  it("reads no octets as zero", () => {
    expect(unsignedBigint(new Uint8Array())).toBe(0n);
  });

  it.each([
    [[], 0],
    [[0, 0], 0],
    [[1], 1],
    [[0, 0x80], 8],
    [[1, 0], 9],
    [[0x7f, 0xff], 15],
  ])("counts the bits of %j as %i", (octets, bits) => {
    expect(bitLength(Uint8Array.from(octets))).toBe(bits);
  });
});
