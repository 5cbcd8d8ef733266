/** PKCS12Attributes of a SafeBag (RFC 7292 section 4.2; friendlyName and localKeyId: RFC 2985 section 5.5). */
import type { BerNode } from "../asn1/ber.js";
import { OID } from "../asn1/oids.js";
import { isUniversal, readObjectIdentifier, readOctetString, readSequence, readSet, TAG } from "../asn1/values.js";
import { toOwnedBytes } from "../bytes/buffer.js";

/** One attribute as it stands in the file. */
export interface BagAttribute {
  readonly oid: string;
  /** The DER or BER of each value. */
  readonly values: readonly Uint8Array[];
}

/** The attributes of one bag: the two that pair keys with certificates, and all of them. */
export interface BagAttributes {
  readonly friendlyName: string | undefined;
  readonly localKeyId: Uint8Array | undefined;
  /** Every attribute in file order, the two above included. */
  readonly all: readonly BagAttribute[];
}

/**
 * Reads the attributes of a bag. A friendlyName or localKeyId of another type than the standard's stays in `all` only.
 * @throws {MalformedError} `ERR_ASN1_UNEXPECTED`
 */
export function readBagAttributes(node: BerNode | undefined, at: string): BagAttributes {
  let friendlyName: string | undefined;
  let localKeyId: Uint8Array | undefined;
  const all: BagAttribute[] = [];
  for (const attribute of isEmptyList(node) ? [] : readSet(node, at)) {
    const [attributeType, attributeValues] = readSequence(attribute, at);
    const oid = readObjectIdentifier(attributeType, at);
    const values = readSet(attributeValues, at);
    const [first] = values;
    if (oid === OID.friendlyName && first !== undefined) friendlyName ??= readFriendlyName(first);
    if (oid === OID.localKeyId && isUniversal(first, TAG.octetString)) localKeyId ??= readOctetString(first, at);
    all.push({ oid, values: values.map((value) => toOwnedBytes(value.bytes)) });
  }
  return { friendlyName, localKeyId, all };
}

/** No attributes, or none in a list of any type: some writers leave an empty SEQUENCE where the SET belongs. */
function isEmptyList(node: BerNode | undefined): boolean {
  return node === undefined || (node.constructed && node.children.length === 0);
}

/**
 * A BMPString by RFC 2985 section 5.5.1; some writers put a UTF8String there. Nobody writes it in pieces. U+FEFF is a
 * character like any other.
 */
function readFriendlyName({ tagClass, tagNumber, constructed, content }: BerNode): string | undefined {
  if (tagClass !== "universal" || constructed) return undefined;
  if (tagNumber === TAG.bmpString) return new TextDecoder("utf-16be", { ignoreBOM: true }).decode(content);
  return tagNumber === TAG.utf8String ? new TextDecoder("utf-8", { ignoreBOM: true }).decode(content) : undefined;
}
