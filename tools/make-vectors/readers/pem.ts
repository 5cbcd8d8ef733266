/** What is inside the PEM text that a tool prints. */
import { createHash, X509Certificate } from "node:crypto";

/** SHA-1 of the DER, 40 upper-case hexadecimal digits. */
export function thumbprint(der: Uint8Array): string {
  return createHash("sha1").update(der).digest("hex").toUpperCase();
}

/** Thumbprints of the certificates in order, number of private keys of whatever label. */
export function readPem(text: string): { readonly thumbprints: readonly string[]; readonly keys: number } {
  const certificates = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return {
    thumbprints: certificates.map((pem) => thumbprint(new X509Certificate(pem).raw)),
    keys: text.match(/-----BEGIN [A-Z ]*PRIVATE KEY-----/g)?.length ?? 0,
  };
}
