/** The extensions of a certificate with which a TLS client authenticates itself (RFC 5280 section 4.2). */
import { BitString, Constructed, ObjectIdentifier, OctetString, Primitive, Sequence } from "asn1js";
import { decodeWhole } from "../asn1/ber.js";
import { OID } from "../asn1/oids.js";
import { readBitString, readSequence } from "../asn1/values.js";
import { digest } from "../crypto/hash.js";
import type { CommonName } from "./common-name.js";
import { toPkiName } from "./common-name.js";
import type { Extension } from "./extension.js";

/** Two labels or more of letters, digits and inner hyphens (RFC 1123 section 2.1), the last one no number. */
const HOST_NAME = /^(?=.{1,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?!\d+$)[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i;

/** Tags of GeneralName's alternatives (RFC 5280 section 4.2.1.6). */
const DNS_NAME = 2;
const DIRECTORY_NAME = 4;
const CONTEXT_CLASS = 3;

/**
 * basicConstraints (no CA), keyUsage (digitalSignature), extKeyUsage (clientAuth), subjectKeyIdentifier and
 * subjectAltName, in this order; the first two are critical.
 *
 * subjectAltName holds the common name as dNSName where it is a host name in ASCII, otherwise the whole subject as
 * directoryName: nothing new, but found by programs that look for names nowhere else.
 * @param spki - the SubjectPublicKeyInfo of the certificate
 */
export function clientAuthExtensions(name: CommonName, spki: Uint8Array): readonly Extension[] {
  const digitalSignature = new BitString({ valueHex: Uint8Array.of(0x80), unusedBits: 7 });
  const clientAuth = new Sequence({ value: [new ObjectIdentifier({ value: OID.clientAuth })] });
  return [
    extension(OID.basicConstraints, true, new Sequence()),
    extension(OID.keyUsage, true, digitalSignature),
    extension(OID.extKeyUsage, false, clientAuth),
    extension(OID.subjectKeyIdentifier, false, new OctetString({ valueHex: keyIdentifier(spki) })),
    extension(OID.subjectAltName, false, new Sequence({ value: [generalName(name)] })),
  ];
}

/** Method 1 of RFC 5280 section 4.2.1.2: SHA-1 over the key without its tag, length and unused bits. */
function keyIdentifier(spki: Uint8Array): Uint8Array<ArrayBuffer> {
  const at = "subjectPublicKeyInfo";
  const [, bits] = readSequence(decodeWhole(spki, at), at);
  return digest("SHA-1", readBitString(bits, at).bytes);
}

function generalName(name: CommonName): Primitive | Constructed {
  if (HOST_NAME.test(name.text)) {
    const idBlock = { tagClass: CONTEXT_CLASS, tagNumber: DNS_NAME };
    return new Primitive({ idBlock, valueHex: new TextEncoder().encode(name.text) });
  }
  // A Name is a CHOICE, so its tag is EXPLICIT (X.680 section 31.2.7).
  return new Constructed({
    idBlock: { tagClass: CONTEXT_CLASS, tagNumber: DIRECTORY_NAME },
    value: [toPkiName(name).toSchema()],
  });
}

function extension(oid: string, critical: boolean, value: { toBER(): ArrayBuffer }): Extension {
  return { oid, critical, value: new Uint8Array(value.toBER()) };
}
