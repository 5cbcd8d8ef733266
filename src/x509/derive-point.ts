/** Elliptic curves over prime fields: the public point from the private value (SEC 1 section 3.2.1). */
import { weierstrass } from "@noble/curves/abstract/weierstrass.js";
import { CURVES } from "./curves.js";
import type { EcCurve, ExplicitCurve } from "./ec-parameters.js";
import { badPrivateKey } from "./malformed.js";
import { modulo, power } from "./modular.js";
import { unsignedBigint } from "./unsigned.js";

/** Twice the largest curve in use; a multiplication takes a tenth of a second. */
const MAX_FIELD_BITS = 1024;

/** A point by what its compressed form holds. */
export interface PublicPoint {
  readonly x: bigint;
  readonly yIsOdd: boolean;
}

interface CurveNumbers {
  readonly p: bigint;
  readonly a: bigint;
  readonly b: bigint;
  readonly Gx: bigint;
  readonly Gy: bigint;
  readonly n: bigint;
}

/**
 * Multiplies the base point of the curve with the private value.
 * @param octets - the private value, most significant octet first, of any length; leading zeros do not count
 * @returns `undefined` for a curve whose numbers are neither in the file nor in curves.ts, or that is over another field
 * @throws {MalformedError} `ERR_X509_PRIVATE_KEY` for a value outside 1 to n - 1 and for numbers that make no curve
 */
export function derivePoint(curve: EcCurve, octets: Uint8Array, at: string): PublicPoint | undefined {
  const numbers = namedNumbers(curve.name) ?? (curve.explicit && explicitNumbers(curve.explicit, at));
  if (numbers === undefined) return undefined;
  const value = unsignedBigint(octets);
  if (value === 0n || value >= numbers.n)
    throw badPrivateKey("its private value is not within the order of the curve", at);
  try {
    const Point = weierstrass({ ...numbers, h: 1n });
    // A copy of the base point has no table of multiples: making one costs more than it saves on a single key.
    const { x, y } = Point.fromAffine({ x: numbers.Gx, y: numbers.Gy }).multiply(value).toAffine();
    return { x, yIsOdd: (y & 1n) === 1n };
  } catch {
    // The arithmetic refuses numbers that are no curve; its messages may hold numbers of the key.
    throw badPrivateKey("its curve's numbers do not make a curve", at);
  }
}

function namedNumbers(name: string | undefined): CurveNumbers | undefined {
  if (name === undefined || !Object.hasOwn(CURVES, name)) return undefined;
  const curve = CURVES[name];
  if (curve === undefined) return undefined;
  const [p, a, b, Gx, Gy, n] = [curve.p, curve.a, curve.b, curve.gx, curve.gy, curve.n].map((hex) =>
    BigInt(`0x${hex}`),
  ) as [bigint, bigint, bigint, bigint, bigint, bigint];
  return { p, a, b, Gx, Gy, n };
}

function explicitNumbers({ p, a, b, gx, gy, gyIsOdd, n }: ExplicitCurve, at: string): CurveNumbers {
  const bound = 1n << BigInt(MAX_FIELD_BITS);
  if (p < 5n || n < 2n || n >= 2n * bound || [p, a, b, gx, gy ?? 0n].some((number) => number >= bound)) {
    throw badPrivateKey(`its curve's field is not within ${MAX_FIELD_BITS} bits`, at);
  }
  return { p, a: modulo(a, p), b: modulo(b, p), Gx: gx, Gy: gy ?? decompress({ p, a, b, gx, gyIsOdd }, at), n };
}

/** The y of a compressed base point; only where p = 3 modulo 4, which takes one exponentiation and no search. */
function decompress({ p, a, b, gx, gyIsOdd }: Omit<ExplicitCurve, "gy" | "n">, at: string): bigint {
  const square = modulo(gx * gx * gx + a * gx + b, p);
  const root = power(square, (p + 1n) / 4n, p);
  if (p % 4n !== 3n || (root * root) % p !== square) throw badPrivateKey("its curve's base point is compressed", at);
  return ((root & 1n) === 1n) === gyIsOdd ? root : modulo(-root, p);
}
