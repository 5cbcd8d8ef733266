/** The certificateList of an API connector: which entries there are and which of them is active. */
import type { ReadableCertificate } from "../credential/opened-file.js";
import type { Pkcs12CertificateInformation } from "./model.js";

/** What Graph keeps of an uploaded certificate. */
export interface UploadedCertificate {
  readonly thumbprint: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** What Graph keeps of a certificate of an opened file. */
export function toUploadedCertificate({ thumbprint, certificate }: ReadableCertificate): UploadedCertificate {
  return { thumbprint, notBefore: certificate.notBefore, notAfter: certificate.notAfter };
}

/**
 * The list as Graph shows it at `now`.
 *
 * `isActive` follows the documented rule (resource page of pkcs12CertificateInformation): the most recently uploaded
 * certificate that is not expired and whose notBefore has passed. That no other entry is active is how the rule reads;
 * no recorded answer proves it. Validity includes both its ends (RFC 5280 section 4.1.2.5).
 * @param uploaded - in upload order
 */
export function toCertificateList(
  uploaded: readonly UploadedCertificate[],
  now: Date,
): readonly Pkcs12CertificateInformation[] {
  const active = uploaded.findLastIndex(({ notBefore, notAfter }) => notBefore <= now && now <= notAfter);
  return uploaded.map(({ thumbprint, notBefore, notAfter }, index) => ({
    thumbprint,
    notAfter: toNumericDate(notAfter),
    notBefore: toNumericDate(notBefore),
    isActive: index === active,
  }));
}

/** NumericDate of RFC 7519 section 2, in whole seconds. */
export function toNumericDate(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

/** The certificates behind entries that Graph has shown before. */
export function fromCertificateList(entries: readonly Pkcs12CertificateInformation[]): readonly UploadedCertificate[] {
  return entries.map(({ thumbprint, notBefore, notAfter }) => ({
    thumbprint,
    notBefore: new Date(notBefore * 1000),
    notAfter: new Date(notAfter * 1000),
  }));
}
