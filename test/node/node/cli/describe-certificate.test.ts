/** Days and keys in words. */
import { describe, expect, it } from "vitest";
import { describeKey, rolesInChain, validityInDays } from "../../../../src/node/cli/describe-certificate.js";
import type { CertificateReport } from "../../../../src/preflight/report.js";

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

describe("rolesInChain", () => {
  const certificate = (subject: string | null, issuer: string, hasPrivateKey = false): CertificateReport => ({
    thumbprint: "",
    thumbprintSha256: "",
    subject,
    issuer,
    serialNumber: null,
    notBefore: null,
    notAfter: null,
    keyAlgorithm: null,
    keyBits: null,
    hasPrivateKey,
    friendlyName: null,
  });

  it("tells issuers, roots, other keys' certificates and the rest", () => {
    const others = [
      certificate("root", "root"),
      certificate("stranger", "root"),
      certificate("ca", "root"),
      certificate("other", "ca", true),
      certificate(null, "ca"),
      certificate("ca", "other"),
    ];
    expect(others.map(rolesInChain(certificate("leaf", "ca", true), others))).toEqual([
      "root",
      "unrelated",
      "issuer",
      "with a key",
      "unreadable",
      "unrelated",
    ]);
  });

  it("ends in a loop", () => {
    const others = [certificate("a", "b"), certificate("b", "a")];
    expect(others.map(rolesInChain(certificate("leaf", "a"), others))).toEqual(["issuer", "issuer"]);
  });

  it("takes no square of time for a chain of thousands", () => {
    const others = Array.from({ length: 20_000 }, (_, i) => certificate(`${i}`, `${i + 1}`));
    expect(new Set(others.map(rolesInChain(certificate("leaf", "0"), others)))).toEqual(new Set(["issuer"]));
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
