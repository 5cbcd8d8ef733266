/** Days and keys in words. */
import { describe, expect, it } from "vitest";
import { describeKey, validityInDays } from "../../../../src/node/cli/describe-certificate.js";

describe("validityInDays", () => {
  const validity = ["2026-01-01T00:00:00Z", "2026-12-31T23:59:59Z"] as const;

  it.each([
    ["2025-12-30T00:00:00Z", "begins in 2 days"],
    ["2026-01-01T00:00:00Z", "364 days left"],
    ["2026-12-30T12:00:00Z", "1 day left"],
    ["2026-12-31T23:59:59Z", "0 days left"],
    ["2027-01-01T00:00:00Z", "expired 0 days ago"],
    ["2027-01-02T12:00:00Z", "expired 1 day ago"],
  ])("at %s: %s", (now, words) => {
    expect(validityInDays(...validity, new Date(now))).toBe(words);
  });
});

describe("describeKey", () => {
  it.each([
    ["RSA", 2048, "RSA 2048"],
    ["EC P-256", 256, "EC P-256"],
    ["Ed25519", 256, "Ed25519"],
    ["DSA", null, "DSA"],
    [null, null, "not readable"],
  ])("%s of %s bits is %s", (keyAlgorithm, keyBits, words) => {
    expect(describeKey({ keyAlgorithm, keyBits })).toBe(words);
  });
});
