/** The extensions of a TLS server's certificate and of the CA that issues it (RFC 5280 section 4.2). */
import { Boolean as Asn1Boolean, BitString, Integer, ObjectIdentifier, OctetString, Primitive, Sequence } from "asn1js";
import { OID } from "../asn1/oids.js";
import type { Extension } from "./extension.js";
import { keyIdentifier, writeExtension } from "./write-extension.js";

/** A name of subjectAltName that a client compares with the host of its URL (RFC 9110 section 4.3.4). */
export type ServerName =
  | { readonly kind: "dns"; readonly name: string }
  /** Four octets, or sixteen. */
  | { readonly kind: "ip"; readonly octets: Uint8Array };

/** Tags of GeneralName's alternatives (RFC 5280 section 4.2.1.6), and of keyIdentifier in AuthorityKeyIdentifier. */
const DNS_NAME = 2;
const IP_ADDRESS = 7;
const KEY_IDENTIFIER = 0;
const CONTEXT_CLASS = 3;

/** Unused bits of a BIT STRING of one octet that ends with this bit; X.690 section 11.2.2 lets none trail. */
const DIGITAL_SIGNATURE = { valueHex: Uint8Array.of(0x80), unusedBits: 7 };
const KEY_CERT_SIGN = { valueHex: Uint8Array.of(0x04), unusedBits: 2 };

/**
 * basicConstraints (a CA with no CA below it), keyUsage (keyCertSign), both critical, and subjectKeyIdentifier.
 * @param spki - the SubjectPublicKeyInfo of the CA
 */
export function caExtensions(spki: Uint8Array): readonly Extension[] {
  const constraints = new Sequence({ value: [new Asn1Boolean({ value: true }), new Integer({ value: 0 })] });
  return [
    writeExtension(OID.basicConstraints, true, constraints),
    writeExtension(OID.keyUsage, true, new BitString(KEY_CERT_SIGN)),
    writeExtension(OID.subjectKeyIdentifier, false, new OctetString({ valueHex: keyIdentifier(spki) })),
  ];
}

/**
 * basicConstraints (no CA) and keyUsage (digitalSignature: enough for TLS 1.3 and for ECDHE), both critical, extKeyUsage
 * (serverAuth), both key identifiers and subjectAltName.
 * @param names - in this order
 * @param spki - of the server
 * @param issuerSpki - of the CA
 */
export function serverAuthExtensions(
  names: readonly ServerName[],
  spki: Uint8Array,
  issuerSpki: Uint8Array,
): readonly Extension[] {
  const serverAuth = new Sequence({ value: [new ObjectIdentifier({ value: OID.serverAuth })] });
  const authority = new Sequence({ value: [contextValue(KEY_IDENTIFIER, keyIdentifier(issuerSpki))] });
  return [
    writeExtension(OID.basicConstraints, true, new Sequence()),
    writeExtension(OID.keyUsage, true, new BitString(DIGITAL_SIGNATURE)),
    writeExtension(OID.extKeyUsage, false, serverAuth),
    writeExtension(OID.subjectKeyIdentifier, false, new OctetString({ valueHex: keyIdentifier(spki) })),
    writeExtension(OID.authorityKeyIdentifier, false, authority),
    writeExtension(OID.subjectAltName, false, new Sequence({ value: names.map(generalName) })),
  ];
}

function generalName(name: ServerName): Primitive {
  return name.kind === "dns"
    ? contextValue(DNS_NAME, new TextEncoder().encode(name.name))
    : contextValue(IP_ADDRESS, name.octets);
}

function contextValue(tagNumber: number, octets: Uint8Array): Primitive {
  return new Primitive({ idBlock: { tagClass: CONTEXT_CLASS, tagNumber }, valueHex: octets });
}
