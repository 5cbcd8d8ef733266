/**
 * The Graph resources around API connector certificates and token signing certificates, as they are on the wire.
 *
 * Members and their types are those of the published document as corrected (spec/graph.d.ts); here stands what they mean
 * (resource pages) and where the library knows more than the document, which the compiler holds to the document's types.
 */
import type { components } from "../../spec/graph.js";

/** A schema without its annotation, which is there only where the declared type does not tell the actual one. */
type Published<Name extends keyof components["schemas"]> = Omit<components["schemas"][Name], "@odata.type">;

/** `#microsoft.graph.pkcs12CertificateInformation`: the public part of one uploaded certificate. */
export interface Pkcs12CertificateInformation extends Published<"microsoft.graph.pkcs12CertificateInformation"> {
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
export interface ClientCertificateAuthentication extends Published<"microsoft.graph.clientCertificateAuthentication"> {
  readonly "@odata.type": "#microsoft.graph.clientCertificateAuthentication";
  /** In upload order. */
  readonly certificateList: readonly Pkcs12CertificateInformation[];
}

/** The other way in which a connector can authenticate; Graph shows the password as `******`. */
export interface BasicAuthentication extends Published<"microsoft.graph.basicAuthentication"> {
  readonly "@odata.type": "#microsoft.graph.basicAuthentication";
  readonly username?: string | null;
  readonly password?: string | null;
}

/** `microsoft.graph.identityApiConnector` as a GET shows it. */
export interface IdentityApiConnector extends Published<"microsoft.graph.identityApiConnector"> {
  readonly id: string;
  readonly displayName?: string | null;
  readonly targetUrl?: string | null;
  readonly authenticationConfiguration?: ClientCertificateAuthentication | BasicAuthentication | null;
}

/** The body of `uploadClientCertificate`. */
export interface UploadClientCertificateBody extends Published<"uploadClientCertificateRequestBody"> {
  /** The whole PFX in base64 with padding, without line breaks. */
  readonly pkcs12Value: string;
  /** `""` where the PFX has no password: the member must be there. */
  readonly password: string;
}

/** `microsoft.graph.selfSignedCertificate`: the answer of `addTokenSigningCertificate`. */
export interface SelfSignedCertificate extends Published<"microsoft.graph.selfSignedCertificate"> {
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

/** `microsoft.graph.keyCredential` as Graph stores and shows it; every member may be null on the wire. */
export interface KeyCredential extends Published<"microsoft.graph.keyCredential"> {
  /** Base64 of at most 32 octets; the Sign key, the Verify key and the password of one certificate share it. */
  readonly customKeyIdentifier?: string | null;
  /** The certificate's subject for a token signing certificate; Graph shortens what is longer than 90 characters. */
  readonly displayName?: string | null;
  readonly endDateTime?: string | null;
  /**
   * Base64: the PFX of a Sign entry, the certificate's DER of a Verify entry. Null on reads, but for a Verify entry of a
   * single object under `$select=keyCredentials`.
   */
  readonly key?: string | null;
  /** GUID. */
  readonly keyId?: string | null;
  readonly startDateTime?: string | null;
  /** `X509CertAndPassword` where a Sign entry is written, `AsymmetricX509Cert` where it is read. */
  readonly type?: string | null;
  /** `Sign` or `Verify`. */
  readonly usage?: string | null;
}

/** `microsoft.graph.passwordCredential` as Graph stores and shows it. */
export interface PasswordCredential extends Published<"microsoft.graph.passwordCredential"> {
  readonly customKeyIdentifier?: string | null;
  readonly displayName?: string | null;
  readonly endDateTime?: string | null;
  /** The first characters of a password that Graph made. */
  readonly hint?: string | null;
  /** GUID; that of the Sign key which the password opens. */
  readonly keyId?: string | null;
  /** Null on reads. */
  readonly secretText?: string | null;
  readonly startDateTime?: string | null;
}

/** The members of `microsoft.graph.servicePrincipal` that hold token signing certificates; it is an open type. */
export interface ServicePrincipal extends Published<"microsoft.graph.servicePrincipal"> {
  readonly id?: string;
  readonly appId?: string | null;
  readonly displayName?: string | null;
  readonly keyCredentials?: readonly KeyCredential[];
  readonly passwordCredentials?: readonly PasswordCredential[];
  /** 40 hex digits of the certificate that signs; null lets Graph choose. */
  readonly preferredTokenSigningKeyThumbprint?: string | null;
  readonly preferredSingleSignOnMode?: string | null;
}

/** The body of `addTokenSigningCertificate`; without `endDateTime` the certificate lives for three years. */
export interface AddTokenSigningCertificateBody extends Published<"addTokenSigningCertificateRequestBody"> {
  readonly displayName?: string;
  readonly endDateTime?: string;
}
