/** Unsigned integers as octets and as hexadecimal in one canonical form. */
import { encodeHex } from "../bytes/hex.js";

/** The octets without leading zeros; empty for zero. A view of the same memory. */
export function trimZeros(octets: Uint8Array): Uint8Array {
  let start = 0;
  while (start < octets.length && octets[start] === 0) start += 1;
  return start === 0 ? octets : octets.subarray(start);
}

/** Upper-case hexadecimal of an unsigned integer without leading zero octets: equal numbers give equal strings. */
export function unsignedHex(value: Uint8Array | bigint): string {
  if (typeof value !== "bigint") return encodeHex(trimZeros(value));
  if (value === 0n) return "";
  const digits = value.toString(16).toUpperCase();
  return digits.length % 2 === 0 ? digits : `0${digits}`;
}

/** The octets read as an unsigned integer, most significant first. */
export function unsignedBigint(octets: Uint8Array): bigint {
  return octets.length === 0 ? 0n : BigInt(`0x${encodeHex(octets)}`);
}

/** Number of bits up to the most significant one that is set. */
export function bitLength(octets: Uint8Array): number {
  const significant = trimZeros(octets);
  const [first] = significant;
  return first === undefined ? 0 : significant.length * 8 - Math.clz32(first) + 24;
}
