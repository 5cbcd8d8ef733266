/** Distinguished names (RFC 5280 section 4.1.2.4) and their text form (RFC 4514). */

import type { BerNode } from "../asn1/ber.js";
import { decodeBer } from "../asn1/ber.js";
import { oidName } from "../asn1/oids.js";
import { readCharacterString } from "../asn1/strings.js";
import { readObjectIdentifier, readSequence, readSet, unexpected } from "../asn1/values.js";
import { encodeHex } from "../bytes/hex.js";

/** One attribute of a name, its value not yet decoded: one bad string is no reason to refuse a certificate. */
export interface AttributeTypeAndValue {
  /** Dotted object identifier of the attribute's type. */
  readonly type: string;
  /** The value's encoding, tag and length included. */
  readonly value: Uint8Array;
}

/** A name as it lies in the certificate: the most significant RDN (such as the country) comes first. */
export interface Name {
  readonly rdns: readonly (readonly AttributeTypeAndValue[])[];
  readonly der: Uint8Array;
}

/** Types of attributes that have short names; other names in the table of OIDs are not for use in a DN. */
const ATTRIBUTE_TYPE =
  /^(2\.5\.4|0\.9\.2342\.19200300\.100\.1|1\.2\.840\.113549\.1\.9|1\.3\.6\.1\.4\.1\.311\.60\.2\.1)\.\d+$/;

/** RFC 4514 section 2.4: these take a backslash wherever they stand. */
const SPECIAL = /["+,;<>\\]/g;

/** Control and format characters, line separators and lone surrogates: nothing of these may reach a terminal raw. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Reads the shape of a name; the values of attributes stay as they are.
 * @throws {MalformedError} `ERR_ASN1_UNEXPECTED`
 */
export function decodeName(node: BerNode | undefined, at: string): Name {
  const rdns = readSequence(node, at).map((rdn, index) =>
    readSet(rdn, `${at}[${index}]`).map((attribute) => decodeAttribute(attribute, `${at}[${index}]`)),
  );
  return { rdns, der: (node as BerNode).bytes };
}

function decodeAttribute(node: BerNode, at: string): AttributeTypeAndValue {
  const [type, value] = readSequence(node, at);
  if (value === undefined) throw unexpected(node, "an attribute with a value", at);
  return { type: readObjectIdentifier(type, at), value: value.bytes };
}

/** The text of an attribute, or `undefined` where its value is no well-formed character string. Not fit for a terminal. */
export function attributeText(attribute: AttributeTypeAndValue): string | undefined {
  return readCharacterString(decodeBer(attribute.value, "attribute").root);
}

/**
 * The name as RFC 4514 writes it: the most significant RDN last, special characters escaped, types without a short name
 * as dotted identifiers with a `#hex` value. Beyond the standard's duty every control or format character is written as
 * `\XX` octets of its UTF-8 form, so the text is safe to print. The empty name is `""`.
 */
export function formatName(name: Name): string {
  return name.rdns
    .map((rdn) => rdn.map(formatAttribute).join("+"))
    .reverse()
    .join(",");
}

function formatAttribute(attribute: AttributeTypeAndValue): string {
  const shortName = ATTRIBUTE_TYPE.test(attribute.type) ? oidName(attribute.type) : undefined;
  const text = shortName === undefined ? undefined : attributeText(attribute);
  const value = text === undefined ? `#${encodeHex(attribute.value)}` : escapeValue(text);
  return `${shortName ?? attribute.type}=${value}`;
}

function escapeValue(text: string): string {
  return escapeUnprintable(text.replace(SPECIAL, "\\$&")).replace(/^[ #]| $/g, "\\$&");
}

/** The text with each control or format character as `\XX` octets of its UTF-8 form; the rest stays as it is. */
export function escapeUnprintable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => {
    const octets = encodeHex(new TextEncoder().encode(character));
    return octets.replace(/../g, "\\$&");
  });
}
