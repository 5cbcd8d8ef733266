import { describe, expect, it } from "vitest";
import { deriveRsa } from "../../../src/x509/derive-rsa.js";
import { rsaIdentity } from "../../../src/x509/identity.js";
import { integer, sequence } from "../../setup/der.js";

// Two primes of 61 and 89 bits (Mersenne's) and a third: enough to see the rules.
const P = 2n ** 61n - 1n;
const Q = 2n ** 89n - 1n;
const R = 2n ** 107n - 1n;
const E = 65_537n;

function inverse(a: bigint, m: bigint): bigint {
  let [r0, r1, s0, s1] = [m, a % m, 0n, 1n];
  while (r1 !== 0n) [r0, r1, s0, s1] = [r1, r0 % r1, s1, s0 - (r0 / r1) * s1];
  return ((s0 % m) + m) % m;
}
const D = inverse(E, (P - 1n) * (Q - 1n));

interface Parts {
  readonly n?: bigint;
  readonly e?: bigint;
  readonly d?: bigint;
  readonly p?: bigint;
  readonly q?: bigint;
  readonly others?: readonly bigint[];
}

function encode({ n = P * Q, e = E, d = D, p = P, q = Q, others }: Parts): Uint8Array {
  const numbers = [0n, n, e, d, p, q, 1n, 1n, 1n].map(integer);
  const infos = others?.map((prime) => sequence(integer(prime), integer(1n), integer(1n)));
  return sequence(...numbers, ...(infos === undefined ? [] : [sequence(...infos)]));
}
const derive = (parts: Parts): string | undefined => deriveRsa(encode(parts), "key");
const refused = expect.objectContaining({ code: "ERR_X509_PRIVATE_KEY", at: "key" });

describe("deriveRsa", () => {
  it("finds modulus and exponent of a key whose parts agree", () => {
    expect(derive({})).toBe(rsaIdentity(P * Q, E));
  });

  it("takes a private exponent modulo the least common multiple as well", () => {
    const lcm = ((P - 1n) * (Q - 1n)) / gcd(P - 1n, Q - 1n);
    expect(derive({ d: inverse(E, lcm) })).toBe(rsaIdentity(P * Q, E));
  });

  it("takes more than two primes", () => {
    const d = inverse(E, (P - 1n) * (Q - 1n) * (R - 1n));
    expect(derive({ n: P * Q * R, d, others: [R] })).toBe(rsaIdentity(P * Q * R, E));
    expect(() => derive({ n: P * Q * R, d, others: [Q] })).toThrow(refused);
    expect(() => derive({ n: P * Q * R, d })).toThrow(refused);
  });

  it("checks the exponents by themselves where there are no primes", () => {
    expect(derive({ p: 0n, q: 0n })).toBe(rsaIdentity(P * Q, E));
    expect(() => derive({ p: 0n, q: 0n, d: D + 2n })).toThrow(refused);
    expect(() => derive({ p: 0n, q: 0n, e: 3n })).toThrow(refused);
    expect(() => derive({ p: 0n, q: 0n, n: P * Q + 2n })).toThrow(refused);
  });

  it("says nothing where the public exponent is missing", () => {
    expect(derive({ e: 0n, p: 0n, q: 0n })).toBeUndefined();
  });

  it.each([
    ["a modulus that differs in one bit", { n: (P * Q) ^ 4n }],
    ["another public exponent", { e: 3n }],
    ["another private exponent", { d: D + 2n }],
    ["one prime of another key", { q: R }],
    ["the modulus as its own prime", { p: P * Q, q: 1n }],
    ["one prime only", { q: 0n }],
    ["a modulus of zero", { n: 0n }],
    ["a modulus of 16,392 bits", { n: 1n << 16_391n }],
    ["no primes and 8193 bits", { n: (1n << 8192n) + 1n, p: 0n, q: 0n }],
  ])("refuses %s", (_, parts) => {
    expect(() => derive(parts)).toThrow(refused);
  });

  it("refuses numbers out of proportion before it works on them", () => {
    expect(() => derive({ d: 1n << 100_000n })).toThrow(expect.objectContaining({ code: "ERR_ASN1_UNEXPECTED" }));
  });

  it("names no number of the key", () => {
    expect(() => derive({ d: D + 2n })).toThrow(
      /^key is not a usable private key: its exponents do not belong together$/,
    );
  });
});

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}
