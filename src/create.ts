/**
 * Entry point `graph-certkit/create`: mints offline what Microsoft Graph would have minted, and makes every request around
 * it: bring your own certificate, roll over, remove.
 * @module
 */
export type { CryptoProvider } from "./crypto/provider.js";
export type { RandomSource } from "./crypto/random.js";
export { randomOctets } from "./crypto/random.js";
export type { ErrorCode, ErrorDetails } from "./errors.js";
export { LimitError, MalformedError, PasswordError, ToolkitError, UnsupportedError } from "./errors.js";
export type {
  AddTokenSigningCertificateBody,
  KeyCredential,
  PasswordCredential,
  SelfSignedCertificate,
  ServicePrincipal,
} from "./graph/model.js";
