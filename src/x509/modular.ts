/** Arithmetic with large integers. */

/** Bits of the exponent that one table look-up covers. */
const WINDOW_BITS = 5;

/** The smallest non-negative number that is congruent to `value`; `modulus` is positive. */
export function modulo(value: bigint, modulus: bigint): bigint {
  const remainder = value % modulus;
  return remainder < 0n ? remainder + modulus : remainder;
}

/**
 * base^exponent modulo `modulus`, all non-negative. Not in constant time. The work grows with the product of the
 * exponent's bits and the square of the modulus' bits: callers bound both.
 */
export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const powers = [1n % modulus];
  for (let i = 1; i < 1 << WINDOW_BITS; i++) powers.push(((powers[i - 1] as bigint) * base) % modulus);
  const digits = exponent.toString(1 << WINDOW_BITS);
  let result = 1n % modulus;
  for (const digit of digits) {
    for (let i = 0; i < WINDOW_BITS; i++) result = (result * result) % modulus;
    result = (result * (powers[Number.parseInt(digit, 1 << WINDOW_BITS)] as bigint)) % modulus;
  }
  return result;
}
