import { describe, expect, it } from "vitest";
import { modulo, power } from "../../../src/x509/modular.js";

describe("modulo", () => {
  it("is never negative", () => {
    expect([modulo(-1n, 7n), modulo(-7n, 7n), modulo(8n, 7n)]).toEqual([6n, 0n, 1n]);
  });
});

describe("power", () => {
  it.each([0n, 1n, 2n, 31n, 32n, 33n, 1023n, 1024n])("agrees with ** for the exponent %s", (exponent) => {
    expect(power(3n, exponent, 1_000_003n)).toBe(3n ** exponent % 1_000_003n);
  });

  it("satisfies Fermat's little theorem for 2^127 - 1", () => {
    const p = 2n ** 127n - 1n;
    expect(power(123_456_789n, p - 1n, p)).toBe(1n);
    expect(power(123_456_789n, p, p)).toBe(123_456_789n);
  });

  it("is zero modulo one", () => {
    expect([power(5n, 0n, 1n), power(5n, 3n, 1n)]).toEqual([0n, 0n]);
  });
});
