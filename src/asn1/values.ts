/**
 * What is inside one ASN.1 value (X.690 section 8): each reader checks the tag and throws with the place.
 *
 * BER is accepted where real files use it: an OCTET STRING in pieces, nested to any depth. Everything handed out is a
 * copy or a plain value, except the nodes themselves.
 */
import { concatBytes, toOwnedBytes } from "../bytes/buffer.js";
import { MalformedError } from "../errors.js";
import type { BerNode } from "./ber.js";

/** Universal tag numbers (X.680 table 1) of the types that the toolkit reads. */
export const TAG = {
  boolean: 1,
  integer: 2,
  bitString: 3,
  octetString: 4,
  null: 5,
  objectIdentifier: 6,
  utf8String: 12,
  sequence: 16,
  set: 17,
  utcTime: 23,
  generalizedTime: 24,
  bmpString: 30,
} as const;

/** True for a value of the universal class with this tag number. */
export function isUniversal(node: BerNode | undefined, tagNumber: number): node is BerNode {
  return node !== undefined && node.tagClass === "universal" && node.tagNumber === tagNumber;
}

/** True for a value tagged `[tagNumber]`. */
export function isContext(node: BerNode | undefined, tagNumber: number): node is BerNode {
  return node !== undefined && node.tagClass === "context" && node.tagNumber === tagNumber;
}

/** A value whose tag is IMPLICIT, as one of the universal type that it stands for (X.680 section 31.2.7). */
export function asUniversal(node: BerNode, tagNumber: number): BerNode {
  const { constructed, bytes, content, children, canonical } = node;
  return { tagClass: "universal", tagNumber, constructed, bytes, content, children, canonical };
}

/** The members of a SEQUENCE. */
export function readSequence(node: BerNode | undefined, at: string): readonly BerNode[] {
  if (!isUniversal(node, TAG.sequence) || !node.constructed) throw unexpected(node, "a SEQUENCE", at);
  return node.children;
}

/** The members of a SET. */
export function readSet(node: BerNode | undefined, at: string): readonly BerNode[] {
  if (!isUniversal(node, TAG.set) || !node.constructed) throw unexpected(node, "a SET", at);
  return node.children;
}

/** The value inside an EXPLICIT `[tagNumber]`. */
export function readExplicit(node: BerNode | undefined, tagNumber: number, at: string): BerNode {
  const [inner, ...rest] = isContext(node, tagNumber) ? node.children : [];
  if (inner === undefined || rest.length > 0) throw unexpected(node, `one value tagged [${tagNumber}]`, at);
  return inner;
}

/** The octets of an OCTET STRING, joined where it comes in pieces (X.690 8.7). */
export function readOctetString(node: BerNode | undefined, at: string): Uint8Array<ArrayBuffer> {
  if (!isUniversal(node, TAG.octetString)) throw unexpected(node, "an OCTET STRING", at);
  return joinOctets(node, at);
}

/**
 * The octets of an OCTET STRING that is IMPLICITly tagged `[tagNumber]`, such as `encryptedContent`: its own tag is
 * gone, pieces inside it keep theirs.
 */
export function readImplicitOctetString(
  node: BerNode | undefined,
  tagNumber: number,
  at: string,
): Uint8Array<ArrayBuffer> {
  if (!isContext(node, tagNumber)) throw unexpected(node, `an OCTET STRING tagged [${tagNumber}]`, at);
  return joinOctets(node, at);
}

function joinOctets(root: BerNode, at: string): Uint8Array<ArrayBuffer> {
  if (!root.constructed) return toOwnedBytes(root.content);
  const parts: Uint8Array[] = [];
  const pending: BerNode[] = [...root.children].reverse();
  for (let piece = pending.pop(); piece !== undefined; piece = pending.pop()) {
    if (!isUniversal(piece, TAG.octetString)) throw unexpected(piece, "a piece of an OCTET STRING", at);
    if (!piece.constructed) parts.push(piece.content);
    else for (const inner of [...piece.children].reverse()) pending.push(inner);
  }
  return concatBytes(parts);
}

/** The bits of a BIT STRING with the number of unused ones in the last octet (X.690 8.6). */
export function readBitString(
  node: BerNode | undefined,
  at: string,
): { readonly unusedBits: number; readonly bytes: Uint8Array<ArrayBuffer> } {
  if (!isUniversal(node, TAG.bitString) || node.constructed) throw unexpected(node, "a BIT STRING", at);
  const [unusedBits] = node.content;
  if (unusedBits === undefined || unusedBits > 7) throw unexpected(node, "a BIT STRING with 0 to 7 unused bits", at);
  return { unusedBits, bytes: toOwnedBytes(node.content.subarray(1)) };
}

/** An INTEGER of any size, from its own octets (X.690 8.3). */
export function readInteger(node: BerNode | undefined, at: string): bigint {
  if (!isUniversal(node, TAG.integer) || node.constructed || node.content.length === 0) {
    throw unexpected(node, "an INTEGER", at);
  }
  let hex = "";
  for (const octet of node.content) hex += octet.toString(16).padStart(2, "0");
  return BigInt.asIntN(node.content.length * 8, BigInt(`0x${hex}`));
}

/** No INTEGER up to 2^53 - 1 needs more (X.690 8.3.2); megabytes of digits are not worth reading. */
const MAX_COUNT_OCTETS = 8;

/** An INTEGER from 0 to 2^53 - 1, such as a count or a length; anything else is refused. */
export function readCount(node: BerNode | undefined, at: string): number {
  const isTooLong = node !== undefined && node.content.length > MAX_COUNT_OCTETS;
  const value = isTooLong ? undefined : readInteger(node, at);
  if (value === undefined || value < 0n || value > BigInt(Number.MAX_SAFE_INTEGER))
    throw unexpected(node, "an INTEGER from 0 to 2^53 - 1", at);
  return Number(value);
}

/** A BOOLEAN; any octet but zero is true, as BER has it. */
export function readBoolean(node: BerNode | undefined, at: string): boolean {
  if (!isUniversal(node, TAG.boolean) || node.content.length !== 1) throw unexpected(node, "a BOOLEAN", at);
  return node.content[0] !== 0;
}

/** Far more than any identifier in use has (a UUID takes 20): the time to read an arc grows with its square. */
const MAX_OID_OCTETS = 128;

/** An OBJECT IDENTIFIER of up to 128 octets in dotted form, arcs of any size (X.690 8.19). */
export function readObjectIdentifier(node: BerNode | undefined, at: string): string {
  if (!isUniversal(node, TAG.objectIdentifier) || node.constructed || node.content.length > MAX_OID_OCTETS) {
    throw unexpected(node, `an OBJECT IDENTIFIER of at most ${MAX_OID_OCTETS} octets`, at);
  }
  const arcs: bigint[] = [];
  let arc = 0n;
  let complete = false;
  for (const octet of node.content) {
    arc = arc * 128n + BigInt(octet & 0x7f);
    complete = octet < 0x80;
    if (!complete) continue;
    if (arcs.length === 0) {
      const root = arc < 40n ? 0n : arc < 80n ? 1n : 2n;
      arcs.push(root);
      arc -= root * 40n;
    }
    arcs.push(arc);
    arc = 0n;
  }
  if (!complete) throw unexpected(node, "a complete OBJECT IDENTIFIER", at);
  return arcs.join(".");
}

/** The error for a value that is not what the standard has at this place. */
export function unexpected(node: BerNode | undefined, expected: string, at: string): MalformedError {
  return new MalformedError(`${at} expected ${expected}, got ${describe(node)}`, { code: "ERR_ASN1_UNEXPECTED", at });
}

function describe(node: BerNode | undefined): string {
  if (node === undefined) return "nothing";
  const tag =
    node.tagClass === "universal" ? `universal tag ${node.tagNumber}` : `[${node.tagClass} ${node.tagNumber}]`;
  return `${tag} of ${node.content.length} bytes`;
}
