/**
 * Entry point `graph-certkit`: from a PFX to what Microsoft Graph will hold of it.
 *
 * {@link preflight} does it all in one call; the rest are its steps.
 * @module
 */

export type { OpenFileOptions } from "./credential/open.js";
export { openFile } from "./credential/open.js";
export type {
  Credential,
  OpenedCertificate,
  OpenedFile,
  OpenedKey,
  ReadableCertificate,
} from "./credential/opened-file.js";
export type { CryptoProvider } from "./crypto/provider.js";
export type { ErrorCode, ErrorDetails } from "./errors.js";
export { LimitError, MalformedError, PasswordError, ToolkitError, UnsupportedError } from "./errors.js";
export type { Finding, Observation, Rule, Severity, SeverityByTarget, Subject, Target } from "./findings/finding.js";
export { inspect } from "./findings/inspect.js";
export { RULES } from "./findings/rules.js";
export type { MintedCertificate } from "./graph/add-token-signing-certificate.js";
export { toSelfSignedCertificate } from "./graph/add-token-signing-certificate.js";
export type { UploadedCertificate } from "./graph/certificate-list.js";
export { toCertificateList, toUploadedCertificate } from "./graph/certificate-list.js";
export type {
  BasicAuthentication,
  ClientCertificateAuthentication,
  IdentityApiConnector,
  Pkcs12CertificateInformation,
  SelfSignedCertificate,
  UploadClientCertificateBody,
} from "./graph/model.js";
export type { WithContext } from "./graph/odata.js";
export {
  predictAuthenticationConfiguration,
  predictUpload,
  toUploadClientCertificate,
} from "./graph/upload-client-certificate.js";
export type { Limits } from "./limits.js";
export { DEFAULT_LIMITS } from "./limits.js";
export type { PreflightOptions } from "./preflight/preflight.js";
export { preflight } from "./preflight/preflight.js";
export type { CertificateReport, ContainerReport, EncryptionReport, KeyReport, Report } from "./preflight/report.js";
export type { Refusal } from "./readers/check.js";
export type { Evidence } from "./readers/evidence.js";
export { judgeReaders } from "./readers/judge-readers.js";
export type { ReaderId, ReaderVerdict } from "./readers/reader.js";
export type { FileKind } from "./sniff/file-kind.js";
export type { Layer } from "./sniff/layer.js";
export type { BasicConstraints } from "./x509/basic-constraints.js";
export { readBasicConstraints } from "./x509/basic-constraints.js";
export type { Certificate } from "./x509/certificate.js";
export { parseCertificate } from "./x509/certificate.js";
export type { Extension, ExtensionReading } from "./x509/extension.js";
export type { GeneralName } from "./x509/general-name.js";
export { readSubjectAltName } from "./x509/general-name.js";
export type { AuthorityKeyIdentifier } from "./x509/key-identifiers.js";
export { readAuthorityKeyIdentifier, readSubjectKeyIdentifier } from "./x509/key-identifiers.js";
export type { KeyUsage } from "./x509/key-usage.js";
export { readExtKeyUsage, readKeyUsage } from "./x509/key-usage.js";
export type { AttributeTypeAndValue, Name } from "./x509/name.js";
export { formatName } from "./x509/name.js";
export { thumbprint, thumbprintSha256 } from "./x509/thumbprint.js";
