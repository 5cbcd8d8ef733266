/** Key identifiers: which key is this, and which one signed (RFC 5280 sections 4.2.1.1 and 4.2.1.2). */
import { OID } from "../asn1/oids.js";
import { isContext, readImplicitOctetString, readOctetString, readSequence } from "../asn1/values.js";
import { encodeHex } from "../bytes/hex.js";
import type { Extension, ExtensionReading } from "./extension.js";
import { readExtension } from "./extension.js";
import { signedHex } from "./serial-number.js";

/** The extension's value; the issuer of the issuer's certificate is left out, since nothing here looks for it. */
export interface AuthorityKeyIdentifier {
  /** Upper-case hexadecimal; `undefined` where the extension does not hold it. */
  readonly keyIdentifier: string | undefined;
  /** Serial number of the issuer's certificate, written as `Certificate.serialNumber`. */
  readonly serialNumber: string | undefined;
}

/** The identifier of the certificate's own key in upper-case hexadecimal. */
export function readSubjectKeyIdentifier(certificate: {
  readonly extensions: readonly Extension[];
}): ExtensionReading<string> | undefined {
  return readExtension(certificate, OID.subjectKeyIdentifier, (node, at) => encodeHex(readOctetString(node, at)));
}

/** What the certificate says of the key that signed it. */
export function readAuthorityKeyIdentifier(certificate: {
  readonly extensions: readonly Extension[];
}): ExtensionReading<AuthorityKeyIdentifier> | undefined {
  return readExtension(certificate, OID.authorityKeyIdentifier, (node, at) => {
    const members = readSequence(node, at);
    const keyIdentifier = members.find((member) => isContext(member, 0));
    const serialNumber = members.find((member) => isContext(member, 2));
    return {
      keyIdentifier: keyIdentifier && encodeHex(readImplicitOctetString(keyIdentifier, 0, at)),
      serialNumber: serialNumber && signedHex(serialNumber.content),
    };
  });
}
