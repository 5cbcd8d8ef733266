/** Comparison of names (RFC 5280 section 7.1), as it decides who issued whom. */
import { encodeHex } from "../bytes/hex.js";
import type { AttributeTypeAndValue, Name } from "./name.js";
import { attributeText } from "./name.js";

/**
 * The same text for names that are the same: equal attributes whatever the string type, the case of letters and the
 * number of spaces. Values that are no character strings count octet by octet. For comparison only: not for people, and
 * its form may change with any release.
 */
export function canonicalName(name: Name): string {
  return JSON.stringify(name.rdns.map(canonicalRdn));
}

/** The attributes in an order of our own: a SET has none, and BER writers need not sort it. */
function canonicalRdn(rdn: readonly AttributeTypeAndValue[]): readonly string[] {
  return rdn.map(canonicalAttribute).sort();
}

function canonicalAttribute(attribute: AttributeTypeAndValue): string {
  const text = attributeText(attribute);
  if (text === undefined) return `${attribute.type}#${encodeHex(attribute.value)}`;
  return `${attribute.type}=${text.normalize("NFKC").toLowerCase().trim().replace(/\s+/g, " ")}`;
}
