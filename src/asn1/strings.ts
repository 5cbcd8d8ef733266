/** Character strings (X.690 section 8.23), decoded by asn1js: UTF8String, BMPString, TeletexString and the rest. */
import { BaseStringBlock, fromBER } from "asn1js";
import { toOwnedBytes } from "../bytes/buffer.js";
import type { BerNode } from "./ber.js";

/** Universal tags of the character strings (X.680 table 8); for some of the others asn1js throws (a broken time). */
const CHARACTER_STRINGS: ReadonlySet<number> = new Set([12, 18, 19, 20, 21, 22, 25, 26, 27, 28, 30]);

/**
 * No upper bound in RFC 5280 App. A.1 is larger (ub-name). asn1js makes every octet of some types an argument of one
 * call, and a hundred thousand of those are more than the stack holds.
 */
const MAX_OCTETS = 32_768;

/**
 * The text of a character string of any of ASN.1's types, or `undefined` for a value that is no character string, has
 * more than 32,768 octets, or whose octets break its type's rules (a BMPString of odd length, say): names are for people
 * to read, so one bad string is no reason to refuse a certificate.
 */
export function readCharacterString(node: BerNode): string | undefined {
  if (node.tagClass !== "universal" || node.constructed || !CHARACTER_STRINGS.has(node.tagNumber)) return undefined;
  if (node.content.length > MAX_OCTETS) return undefined;
  const { offset, result } = fromBER(toOwnedBytes(node.bytes), { parseEmbedded: false });
  return offset !== -1 && result instanceof BaseStringBlock ? String(result.getValue()) : undefined;
}
