/** What a key may be used for: keyUsage and extKeyUsage (RFC 5280 sections 4.2.1.3 and 4.2.1.12). */
import { OID } from "../asn1/oids.js";
import { readBitString, readObjectIdentifier, readSequence } from "../asn1/values.js";
import type { Extension, ExtensionReading } from "./extension.js";
import { readExtension } from "./extension.js";

/** The bits of KeyUsage in their order; X.509 renamed nonRepudiation to contentCommitment. */
const KEY_USAGES = [
  "digitalSignature",
  "nonRepudiation",
  "keyEncipherment",
  "dataEncipherment",
  "keyAgreement",
  "keyCertSign",
  "cRLSign",
  "encipherOnly",
  "decipherOnly",
] as const;

/** A bit of KeyUsage by the name that RFC 5280 gives it. */
export type KeyUsage = (typeof KEY_USAGES)[number];

/** The key usages whose bits are set, in the order of the bits; bits that RFC 5280 does not define are left out. */
export function readKeyUsage(certificate: {
  readonly extensions: readonly Extension[];
}): ExtensionReading<readonly KeyUsage[]> | undefined {
  return readExtension(certificate, OID.keyUsage, (node, at) => {
    const { bytes } = readBitString(node, at);
    return KEY_USAGES.filter((_, bit) => ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0);
  });
}

/** The key purposes as dotted identifiers, in file order. */
export function readExtKeyUsage(certificate: {
  readonly extensions: readonly Extension[];
}): ExtensionReading<readonly string[]> | undefined {
  return readExtension(certificate, OID.extKeyUsage, (node, at) =>
    readSequence(node, at).map((purpose) => readObjectIdentifier(purpose, at)),
  );
}
