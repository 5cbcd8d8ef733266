/** The table of curves against @noble/curves, against the recogniser, and against the equation itself. */
import { brainpoolP256r1, brainpoolP384r1, brainpoolP512r1 } from "@noble/curves/misc.js";
import { p256, p384, p521 } from "@noble/curves/nist.js";
import { secp256k1 } from "@noble/curves/secp256k1.js";
import { describe, expect, it } from "vitest";
import { recogniseCurve } from "../../../src/x509/curve-fingerprints.js";
import { CURVES } from "../../../src/x509/curves.js";

const numbers = Object.entries(CURVES).map(([name, { p, a, b, gx, gy, n }]) => {
  const [P, A, B, X, Y, N] = [p, a, b, gx, gy, n].map((hex) => BigInt(`0x${hex}`)) as [
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  return { name, p: P, a: A, b: B, gx: X, gy: Y, n: N };
});

describe("CURVES", () => {
  it.each(numbers)("$name has its base point on the curve and an order in Hasse's bounds", ({ p, a, b, gx, gy, n }) => {
    expect((gx ** 3n + a * gx + b - gy * gy) % p).toBe(0n);
    const distance = p + 1n - n;
    expect(distance * distance <= 4n * p).toBe(true);
  });

  it.each([
    ["P-256", p256],
    ["P-384", p384],
    ["P-521", p521],
    ["secp256k1", secp256k1],
    ["brainpoolP256r1", brainpoolP256r1],
    ["brainpoolP384r1", brainpoolP384r1],
    ["brainpoolP512r1", brainpoolP512r1],
  ])("%s agrees with @noble/curves", (name, { Point }) => {
    const { p, a, b, Gx, Gy, n } = Point.CURVE();
    const ours = numbers.find((curve) => curve.name === name);
    expect(ours).toEqual({ name, p, a, b, gx: Gx, gy: Gy, n });
  });
});

describe("recogniseCurve", () => {
  it.each(numbers)("finds the name of $name", ({ name, gy, ...curve }) => {
    expect(recogniseCurve({ ...curve, gyIsOdd: (gy & 1n) === 1n })).toBe(name);
    expect(recogniseCurve({ ...curve, gyIsOdd: (gy & 1n) === 0n })).toBeUndefined();
    expect(recogniseCurve({ ...curve, b: curve.b + 1n, gyIsOdd: (gy & 1n) === 1n })).toBeUndefined();
  });
});
