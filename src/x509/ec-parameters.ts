/** Domain parameters of elliptic curves (RFC 5480 section 2.1.1, SEC 1 App. C.2): a name, or the numbers themselves. */
import type { BerNode } from "../asn1/ber.js";
import { OID, oidName } from "../asn1/oids.js";
import {
  readCount,
  readInteger,
  readObjectIdentifier,
  readOctetString,
  readSequence,
  TAG,
  unexpected,
} from "../asn1/values.js";
import { encodeHex } from "../bytes/hex.js";
import { recogniseCurve } from "./curve-fingerprints.js";
import { readPoint } from "./ec-point.js";
import { bitLength, unsignedBigint, unsignedHex } from "./unsigned.js";

/** The numbers of a curve y² = x³ + ax + b over a prime field, as a file spells them out: nothing about them is checked. */
export interface ExplicitCurve {
  readonly p: bigint;
  readonly a: bigint;
  readonly b: bigint;
  readonly gx: bigint;
  /** `undefined` where the base point is compressed. */
  readonly gy: bigint | undefined;
  readonly gyIsOdd: boolean;
  readonly n: bigint;
}

/** A curve as an AlgorithmIdentifier describes it. */
export interface EcCurve {
  /** The standard name or, without one, the dotted identifier; `undefined` for numbers that are no known curve's. */
  readonly name: string | undefined;
  /** True where the numbers are given in place of a name, even those of a curve that has one. */
  readonly isExplicit: boolean;
  /** `undefined` for a named curve, and for one over another field than a prime one. */
  readonly explicit: ExplicitCurve | undefined;
  /** Bits of the field. */
  readonly bits: number | undefined;
  /** The same text for two descriptions of one curve. */
  readonly label: string;
}

/**
 * Reads ECParameters.
 * @throws {MalformedError} `ERR_ASN1_UNEXPECTED` where it is neither a name nor a SEQUENCE of numbers
 */
export function decodeEcParameters(node: BerNode, at: string): EcCurve {
  if (node.tagClass === "universal" && node.tagNumber === TAG.objectIdentifier) {
    const oid = readObjectIdentifier(node, at);
    const name = oidName(oid);
    const bits = name === undefined ? undefined : fieldBits(name);
    return { name: name ?? oid, isExplicit: false, explicit: undefined, bits, label: name ?? oid };
  }
  const [, fieldId, ...rest] = readSequence(node, at);
  const [fieldType, field] = readSequence(fieldId, at);
  if (readObjectIdentifier(fieldType, at) !== OID.primeField) {
    const bits = readCount(readSequence(field, at)[0], at);
    return { name: undefined, isExplicit: true, explicit: undefined, bits, label: encodeHex(node.content) };
  }
  const explicit = decodePrimeCurve(readInteger(field, at), rest, at);
  const name = recogniseCurve(explicit);
  const bits = field && bitLength(field.content);
  return { name, isExplicit: true, explicit, bits, label: name ?? describeCurve(explicit) };
}

/** Bits of the field, which the names of all curves but SM2 say. */
function fieldBits(name: string): number | undefined {
  const [digits] = /\d+/.exec(name) ?? [];
  return name === "SM2" ? 256 : digits === undefined ? undefined : Number(digits);
}

function decodePrimeCurve(p: bigint, members: readonly BerNode[], at: string): ExplicitCurve {
  const [curve, base, order] = members;
  const [a, b] = readSequence(curve, at);
  const point = readPoint(readOctetString(base, at));
  if (point === undefined) throw unexpected(base, "a base point", at);
  return {
    p,
    a: unsignedBigint(readOctetString(a, at)),
    b: unsignedBigint(readOctetString(b, at)),
    gx: unsignedBigint(point.x),
    gy: point.y && unsignedBigint(point.y),
    gyIsOdd: point.yIsOdd,
    n: readInteger(order, at),
  };
}

function describeCurve({ p, a, b, gx, gyIsOdd }: ExplicitCurve): string {
  return `${[p, a, b, gx].map(unsignedHex).join(",")},${gyIsOdd ? 1 : 0}`;
}
