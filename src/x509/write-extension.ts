/** Extensions as octets, for those who make certificates (RFC 5280 section 4.2). */
import { decodeWhole } from "../asn1/ber.js";
import { readBitString, readSequence } from "../asn1/values.js";
import { digest } from "../crypto/hash.js";
import type { Extension } from "./extension.js";

/** An extension around a value of asn1js. */
export function writeExtension(oid: string, critical: boolean, value: { toBER(): ArrayBuffer }): Extension {
  return { oid, critical, value: new Uint8Array(value.toBER()) };
}

/** Method 1 of RFC 5280 section 4.2.1.2: SHA-1 over the key without its tag, length and unused bits. */
export function keyIdentifier(spki: Uint8Array): Uint8Array<ArrayBuffer> {
  const at = "subjectPublicKeyInfo";
  const [, bits] = readSequence(decodeWhole(spki, at), at);
  return digest("SHA-1", readBitString(bits, at).bytes);
}
