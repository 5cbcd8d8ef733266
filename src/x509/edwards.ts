/**
 * edwards25519 and edwards448 (RFC 8032 sections 5.1 and 5.2), which X25519 and X448 are computed on too: the ladder of
 * RFC 7748 gives the same points, and one arithmetic for four algorithms is a third of the code.
 */
import type { EdwardsPoint, EdwardsPointCons } from "@noble/curves/abstract/edwards.js";
import { edwards } from "@noble/curves/abstract/edwards.js";
import { modulo, power } from "./modular.js";

/** A curve's arithmetic, made when the first key is met. */
export interface EdwardsCurve {
  /** A multiple of the base point, by a scalar in little-endian octets. */
  readonly multiply: (scalar: Uint8Array) => EdwardsPoint;
  /** RFC 8032 sections 5.1.2 and 5.2.2: y in little-endian octets, the lowest bit of x as the highest of all. */
  readonly encode: (point: EdwardsPoint) => Uint8Array;
  /** The u coordinate of the same point on the Montgomery curve, in little-endian octets. */
  readonly toMontgomery: (point: EdwardsPoint) => Uint8Array;
}

const P25519 = 2n ** 255n - 19n;
const P448 = 2n ** 448n - 2n ** 224n - 1n;

/** Numbers of RFC 8032 section 5.1; u by the map of RFC 7748 section 4.1. */
export function edwards25519(): EdwardsCurve {
  const p = P25519;
  const Point = edwards({
    p,
    n: 2n ** 252n + 27742317777372353535851937790883648493n,
    h: 8n,
    a: p - 1n,
    d: 37095705934669439343138083508754565189542113879843219016388785533085940283555n,
    Gx: 15112221349535400772501151409588531511454012693041857206046113283949847762202n,
    Gy: 46316835694926478169428394003475163141307993866256225615783033603165251855960n,
  });
  return {
    multiply: (scalar) => multiplyBase(Point, fromLittleEndian(scalar)),
    encode: (point) => encode(point, p, 32),
    toMontgomery(point) {
      const { y } = point.toAffine();
      return toLittleEndian((1n + y) * inverse(modulo(1n - y, p), p), p, 32);
    },
  };
}

/** Numbers of RFC 8032 section 5.2; u by the 4-isogeny of RFC 7748 section 4.2. */
export function edwards448(): EdwardsCurve {
  const p = P448;
  const Point = edwards({
    p,
    n: 2n ** 446n - 13818066809895115352007386748515426880336692474882178609894547503885n,
    h: 4n,
    a: 1n,
    d: p - 39081n,
    Gx: 224580040295924300187604334099896036246789641632564134246125461686950415467406032909029192869357953282578032075146446173674602635247710n,
    Gy: 298819210078481492676017930443930673437544040154080242095928241372331506189835876003536878655418784733982303233503462500531545062832660n,
  });
  return {
    multiply: (scalar) => multiplyBase(Point, fromLittleEndian(scalar)),
    encode: (point) => encode(point, p, 57),
    toMontgomery(point) {
      const { x, y } = point.toAffine();
      return toLittleEndian(y * y * inverse((x * x) % p, p), p, 56);
    },
  };
}

function multiplyBase(Point: EdwardsPointCons, scalar: bigint): EdwardsPoint {
  const reduced = modulo(scalar, Point.CURVE().n);
  // The arithmetic refuses zero, which X448's clamped scalars reach: four times the order is one of them.
  if (reduced === 0n) return Point.ZERO;
  // A copy of the base point has no table of multiples: making one costs more than it saves on a single key.
  return Point.fromAffine(Point.BASE.toAffine()).multiply(reduced);
}

function encode(point: EdwardsPoint, p: bigint, length: number): Uint8Array {
  const { x, y } = point.toAffine();
  const octets = toLittleEndian(y, p, length);
  octets[length - 1] = (octets[length - 1] as number) | (Number(x & 1n) << 7);
  return octets;
}

/** By Fermat's little theorem. */
function inverse(value: bigint, p: bigint): bigint {
  return power(value, p - 2n, p);
}

function fromLittleEndian(octets: Uint8Array): bigint {
  let value = 0n;
  for (let i = octets.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(octets[i] as number);
  return value;
}

function toLittleEndian(value: bigint, p: bigint, length: number): Uint8Array {
  const octets = new Uint8Array(length);
  let rest = modulo(value, p);
  for (let i = 0; i < length; i++) {
    octets[i] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  return octets;
}
