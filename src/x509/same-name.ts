/** Comparison of names (RFC 5280 section 7.1), as it decides who issued whom. */
import { encodeHex } from "../bytes/hex.js";
import type { AttributeTypeAndValue, Name } from "./name.js";
import { attributeText } from "./name.js";

/**
 * True where the names are the same: equal encodings, or equal attributes whatever the string type, the case of letters
 * and the number of spaces. Values that are no character strings must be equal octet by octet. Decodes no more strings
 * than it takes to find a difference: a chain is looked for among all certificates of a file.
 */
export function isSameName(a: Name, b: Name): boolean {
  if (a.rdns.length !== b.rdns.length) return false;
  return isSameEncoding(a.der, b.der) || a.rdns.every((rdn, index) => isSameRdn(rdn, b.rdns[index] ?? []));
}

type Rdn = readonly AttributeTypeAndValue[];

function isSameRdn(a: Rdn, b: Rdn): boolean {
  const [first, second] = [a[0], b[0]];
  if (a.length !== b.length) return false;
  if (first === undefined || second === undefined) return true;
  if (a.length > 1) return canonicalRdn(a) === canonicalRdn(b);
  if (first.type !== second.type) return false;
  return isSameEncoding(first.value, second.value) || canonicalAttribute(first) === canonicalAttribute(second);
}

function isSameEncoding(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((octet, index) => octet === b[index]);
}

/** The attributes in an order of our own: a SET has none, and BER writers need not sort it. */
function canonicalRdn(rdn: Rdn): string {
  return JSON.stringify(rdn.map(canonicalAttribute).sort());
}

function canonicalAttribute(attribute: AttributeTypeAndValue): string {
  const text = attributeText(attribute);
  if (text === undefined) return `${attribute.type}#${encodeHex(attribute.value)}`;
  return `${attribute.type}=${text.normalize("NFKC").toLowerCase().trim().replace(/\s+/g, " ")}`;
}
