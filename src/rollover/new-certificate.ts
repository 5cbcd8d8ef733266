/** The new certificate in the forms in which those who trust it take it. */

import { encodeBase64 } from "../bytes/base64.js";
import { readBase64Text } from "../bytes/base64-text.js";
import type { TokenSigningCredentials } from "../graph/key-credentials.js";
import { parseCertificate } from "../x509/certificate.js";
import { formatName } from "../x509/name.js";
import { thumbprint, thumbprintSha256 } from "../x509/thumbprint.js";
import type { NewCertificate } from "./step.js";

/**
 * What there is to tell of the certificate in the Verify entry.
 * @throws {MalformedError} `ERR_X509_CERTIFICATE` where the entry's `key` holds none
 */
export function describeNewCertificate({ keyCredentials: [, verify] }: TokenSigningCredentials): NewCertificate {
  const key = readBase64Text(new TextEncoder().encode(verify.key ?? ""))?.bytes ?? new Uint8Array(0);
  const { der, subject, notBefore, notAfter } = parseCertificate(key, "/keyCredentials/1/key");
  const base64 = encodeBase64(der);
  const lines = base64.match(/.{1,64}/g) ?? [];
  return {
    subject: formatName(subject),
    thumbprint: thumbprint(der),
    thumbprintSha256: thumbprintSha256(der),
    notBefore: toDateTime(notBefore),
    notAfter: toDateTime(notAfter),
    base64,
    pem: ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n"),
    keyDescriptor:
      '<KeyDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" use="signing">' +
      '<KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#">' +
      `<X509Data><X509Certificate>${base64}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>`,
  };
}

function toDateTime(date: Date): string {
  return date.toISOString().replace(".000Z", "Z");
}
