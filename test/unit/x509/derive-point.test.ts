import { describe, expect, it } from "vitest";
import { derivePoint } from "../../../src/x509/derive-point.js";
import type { EcCurve, ExplicitCurve } from "../../../src/x509/ec-parameters.js";

/** The curve y^2 = x^3 + x + 1 over the field of 23 elements; the base point (3, 10) has order 28, a multiple of 7. */
const SMALL: ExplicitCurve = { p: 23n, a: 1n, b: 1n, gx: 3n, gy: 10n, gyIsOdd: false, n: 28n };
const curveOf = (explicit: ExplicitCurve): EcCurve => ({
  name: undefined,
  isExplicit: true,
  explicit,
  bits: 5,
  label: "small",
});

describe("derivePoint with numbers from the file", () => {
  it.each<keyof ExplicitCurve>(["p", "a", "b", "gx", "gy", "n"])(
    "refuses a huge %s before it computes with it",
    (name) => {
      const huge = { ...SMALL, [name]: 1n << 4_000_000n, ...(name === "gx" ? { gy: undefined } : {}) };
      expect(() => derivePoint(curveOf(huge), Uint8Array.of(2), "key")).toThrow(
        expect.objectContaining({ code: "ERR_X509_PRIVATE_KEY", at: "key" }),
      );
    },
  );
});
