/**
 * The Graph resources around API connector certificates and token signing certificates, as they are on the wire.
 *
 * Members and their types follow Graph's v1.0 metadata (CSDL); what a member means follows the resource pages.
 */

/** `#microsoft.graph.pkcs12CertificateInformation`: the public part of one uploaded certificate. */
export interface Pkcs12CertificateInformation {
  /** SHA-1 over the certificate's DER, 40 upper-case hex digits. */
  readonly thumbprint: string;
  /** NumericDate (RFC 7519 section 2): whole seconds since 1970-01-01T00:00:00Z. */
  readonly notAfter: number;
  /** NumericDate, as `notAfter`. */
  readonly notBefore: number;
  /** True for the one certificate that the connector presents. */
  readonly isActive: boolean;
}

/** What an upload of a PFX leaves in `authenticationConfiguration`. */
export interface ClientCertificateAuthentication {
  readonly "@odata.type": "#microsoft.graph.clientCertificateAuthentication";
  /** In upload order. */
  readonly certificateList: readonly Pkcs12CertificateInformation[];
}

/** The other way in which a connector can authenticate; Graph shows the password as `******`. */
export interface BasicAuthentication {
  readonly "@odata.type": "#microsoft.graph.basicAuthentication";
  readonly username?: string | null;
  readonly password?: string | null;
}

/** `microsoft.graph.identityApiConnector` as a GET shows it. */
export interface IdentityApiConnector {
  readonly id: string;
  readonly displayName?: string | null;
  readonly targetUrl?: string | null;
  readonly authenticationConfiguration?: ClientCertificateAuthentication | BasicAuthentication | null;
}

/** The body of `uploadClientCertificate`. */
export interface UploadClientCertificateBody {
  /** The whole PFX in base64 with padding, without line breaks. */
  readonly pkcs12Value: string;
  /** `""` where the PFX has no password: the member must be there. */
  readonly password: string;
}

/** `microsoft.graph.selfSignedCertificate`: the answer of `addTokenSigningCertificate`. */
export interface SelfSignedCertificate {
  /** Base64 of the 20 octets whose hex form is `thumbprint`. */
  readonly customKeyIdentifier: string;
  readonly displayName: string;
  readonly endDateTime: string;
  /** The certificate's DER in base64. */
  readonly key: string;
  /** The keyId of the Sign key, although `usage` says Verify. */
  readonly keyId: string;
  readonly startDateTime: string;
  readonly thumbprint: string;
  readonly type: "AsymmetricX509Cert";
  readonly usage: "Verify";
}
