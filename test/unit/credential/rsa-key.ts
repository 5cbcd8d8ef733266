/** RSA keys by their numbers. Primes that fit in a line: sound in size, and no secret. */
import type { Der } from "../../setup/der.js";
import { bitString, integer, nullValue, octetString, oid, sequence } from "../../setup/der.js";
import type { KeyPair } from "./certificate-writer.js";

/** Primes of 1024 bits: products of the first three have 2048 bits, the product of the last two 2047. */
export const PRIMES = {
  first: 2n ** 1024n - 105n,
  second: 2n ** 1024n - 179n,
  third: 2n ** 1024n - 1397n,
  small: 2n ** 1023n + 1155n,
  smaller: 2n ** 1023n + 1493n,
} as const;

/** The pair over two primes; `e` has no divisor in common with either prime less one. */
export function rsaKey(p: bigint, q: bigint, e = 65_537n): KeyPair {
  const d = inverse(e, (p - 1n) * (q - 1n));
  return rsaPair(p * q, e, [d, p, q, d % (p - 1n), d % (q - 1n), inverse(q, p)]);
}

/** A pair whose primes are left out as zeros; the numbers stand as they are given. */
export function rsaKeyWithoutPrimes(n: bigint, e: bigint, d: bigint): KeyPair {
  return rsaPair(n, e, [d, 0n, 0n, 0n, 0n, 0n]);
}

/** RSA with 2048 bits and the usual exponent. */
export const RSA_2048: KeyPair = rsaKey(PRIMES.first, PRIMES.second);

function rsaPair(n: bigint, e: bigint, privateNumbers: readonly bigint[]): KeyPair {
  const algorithm = sequence(oid("1.2.840.113549.1.1.1"), nullValue());
  const integers = (...numbers: readonly bigint[]): Der => sequence(...numbers.map((number) => integer(number)));
  return {
    pkcs8: sequence(integer(0n), algorithm, octetString(integers(0n, n, e, ...privateNumbers))),
    spki: sequence(algorithm, bitString(integers(n, e))),
  };
}

/** The number whose product with `value` is 1 modulo `modulus`, by Euclid's algorithm. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [rest, next] = [modulus, value % modulus];
  let [factor, nextFactor] = [0n, 1n];
  while (next !== 0n) {
    const quotient = rest / next;
    [rest, next] = [next, rest - quotient * next];
    [factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
  }
  if (rest !== 1n) throw new RangeError(`"value" expected a number without a divisor of the modulus, got ${value}`);
  return ((factor % modulus) + modulus) % modulus;
}
