/** Comparison of names (RFC 5280 section 7.1), as it decides who issued whom. */
import { encodeHex } from "../bytes/hex.js";
import type { AttributeTypeAndValue, Name } from "./name.js";
import { attributeText } from "./name.js";

/**
 * True where the names are the same: equal encodings, or equal attributes whatever the string type, the case of letters
 * and the number of spaces. Values that are no character strings must be equal octet by octet.
 */
export function isSameName(a: Name, b: Name): boolean {
  return encodeHex(a.der) === encodeHex(b.der) || canonicalName(a) === canonicalName(b);
}

function canonicalName(name: Name): string {
  return JSON.stringify(name.rdns.map((rdn) => rdn.map(canonicalAttribute).sort()));
}

function canonicalAttribute(attribute: AttributeTypeAndValue): string {
  const text = attributeText(attribute);
  if (text === undefined) return `${attribute.type}#${encodeHex(attribute.value)}`;
  return `${attribute.type}=${text.normalize("NFKC").toLowerCase().trim().replace(/\s+/g, " ")}`;
}
