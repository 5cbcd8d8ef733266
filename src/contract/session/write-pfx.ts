/** PFX files whose bags are not those, or not in the order, that everybody writes: RFC 7292 section 4.2 allows any. */
import { OID } from "../../asn1/oids.js";
import { decodeHex, encodeHex } from "../../bytes/hex.js";
import type { BagToPack } from "../../pkcs12/pack.js";
import { packBags, writeTypedValue } from "../../pkcs12/pack.js";
import type { ProtectionOptions } from "../../pkcs12/protection-options.js";

/** What goes into a file, in this order. */
export type Content =
  | { readonly kind: "certificate"; readonly der: Uint8Array; readonly isOwn: boolean }
  | { readonly kind: "key"; readonly pkcs8: Uint8Array };

/** Certificates that are the key's own share its localKeyId. */
export function writePfx(contents: readonly Content[], options: ProtectionOptions): Promise<Uint8Array<ArrayBuffer>> {
  return packBags(contents.map(toBag), options) as Promise<Uint8Array<ArrayBuffer>>;
}

const localKeyId = () => [{ oid: OID.localKeyId, values: [writeOctets(Uint8Array.of(1))] }];

function toBag(content: Content): BagToPack {
  if (content.kind === "key") return { kind: "key", privateKeyInfo: content.pkcs8, attributes: localKeyId() };
  const bagValue = writeTypedValue(OID.x509Certificate, writeOctets(content.der));
  return { kind: "other", bagId: OID.certBag, bagValue, attributes: content.isOwn ? localKeyId() : [] };
}

/** OCTET STRING (X.690 sections 8.1.3 and 8.7). */
function writeOctets(octets: Uint8Array): Uint8Array<ArrayBuffer> {
  const { length } = octets;
  const digits = length.toString(16);
  const size = digits.length % 2 === 0 ? digits : `0${digits}`;
  const head = length < 0x80 ? size : `${(0x80 + size.length / 2).toString(16)}${size}`;
  return decodeHex(`04${head}${encodeHex(octets)}`, "octets");
}
