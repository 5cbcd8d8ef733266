/**
 * Entry point `graph-certkit/create`: mints offline what Microsoft Graph would have minted, and makes every request around
 * it: bring your own certificate, roll over, remove.
 * @module
 */
export type { AuditOptions } from "./audit/audit.js";
export { auditServicePrincipal } from "./audit/audit.js";
export type { AuditFinding, AuditRule, AuditSeverity } from "./audit/audit-finding.js";
export type { AuditReport } from "./audit/report.js";
export { createAuditReport } from "./audit/report.js";
export { AUDIT_RULES } from "./audit/rules.js";
export type { CryptoProvider } from "./crypto/provider.js";
export type { RandomSource } from "./crypto/random.js";
export { randomOctets } from "./crypto/random.js";
export type { ErrorCode, ErrorDetails } from "./errors.js";
export { LimitError, MalformedError, PasswordError, ToolkitError, UnsupportedError } from "./errors.js";
export type { CertificateProfile } from "./graph/certificate-profile.js";
export { CERTIFICATE_PROFILES } from "./graph/certificate-profile.js";
export type { ClientAssertionOptions } from "./graph/client-assertion.js";
export { createClientAssertion } from "./graph/client-assertion.js";
export type { Cell, Cloud, CloudId, GraphAction } from "./graph/clouds.js";
export { CLOUDS, graphRoot, requireAction, tokenEndpoint } from "./graph/clouds.js";
export type { CreatedCredential, CreateOptions } from "./graph/create-token-signing-certificate.js";
export { createTokenSigningCertificate } from "./graph/create-token-signing-certificate.js";
export type { CredentialEntries, CredentialForms } from "./graph/credential-forms.js";
export type { ConventionFacts, IdentifierConvention, ReadIdentifier } from "./graph/custom-key-identifier.js";
export {
  IDENTIFIER_CONVENTIONS,
  readCustomKeyIdentifier,
  toCustomKeyIdentifier,
} from "./graph/custom-key-identifier.js";
export type { JwtAlgorithm, JwtSigner } from "./graph/json-web-token.js";
export type { KeyCredentialsOptions, SigningCredential, TokenSigningCredentials } from "./graph/key-credentials.js";
export { openedToKeyCredentials, toKeyCredentials } from "./graph/key-credentials.js";
export type {
  AddTokenSigningCertificateBody,
  KeyCredential,
  PasswordCredential,
  SelfSignedCertificate,
  ServicePrincipal,
} from "./graph/model.js";
export type { ActionPermissions, PermissionSet } from "./graph/permissions.js";
export { PERMISSIONS } from "./graph/permissions.js";
export type { ProofOptions } from "./graph/proof.js";
export { createProof } from "./graph/proof.js";
export type { ReadServicePrincipal } from "./graph/service-principal.js";
export { readServicePrincipal } from "./graph/service-principal.js";
export type { CredentialSelector, ServicePrincipalPatch } from "./graph/service-principal-patch.js";
export { activationPatch, addToPatch, removeFromPatch } from "./graph/service-principal-patch.js";
export type { BuildPkcs12Options, PackableCredential } from "./pkcs12/build.js";
export { buildPkcs12 } from "./pkcs12/build.js";
export type { Protection } from "./pkcs12/protection.js";
export { PROTECTIONS } from "./pkcs12/protection.js";
export type { ProtectionOptions } from "./pkcs12/protection-options.js";
export type { RepackPkcs12Options } from "./pkcs12/repack.js";
export { repackPkcs12 } from "./pkcs12/repack.js";
export type { Evidence } from "./readers/evidence.js";
export { compareRead } from "./rollover/expectation.js";
export type { RolloverOptions } from "./rollover/plan-rollover.js";
export { planRollover } from "./rollover/plan-rollover.js";
export type { RemovalChoice } from "./rollover/removals.js";
export { REMOVAL_CHOICES } from "./rollover/removals.js";
export type { RolloverFile } from "./rollover/render/rendering.js";
export type { RenderedRollover, RolloverFormat } from "./rollover/render-rollover.js";
export { ROLLOVER_FORMATS, renderRollover } from "./rollover/render-rollover.js";
export type {
  Expectation,
  NewCertificate,
  RolloverPhase,
  RolloverPlan,
  RolloverRequest,
  RolloverStep,
} from "./rollover/step.js";
export type { KeyType } from "./x509/key-type.js";
export { KEY_TYPES } from "./x509/key-type.js";
