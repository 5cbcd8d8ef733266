/** Self-signed certificates (RFC 5280 section 4.1). */
import type { CryptoProvider } from "../crypto/provider.js";
import type { CommonName } from "./common-name.js";
import type { SigningKey } from "./generate-key.js";
import type { IssuedFields } from "./issued-certificate.js";
import { createIssued } from "./issued-certificate.js";

/** What a self-signed certificate says beside its key. */
export interface SelfSignedFields extends Omit<IssuedFields, "issuer" | "subject" | "spki"> {
  /** Issuer and subject. */
  readonly name: CommonName;
}

/**
 * Signs a certificate of version 3 with the key that it is about.
 *
 * Nothing is checked: names, numbers and dates are written as they are given.
 * @param key - its CryptoKey is `provider`'s
 * @returns DER
 */
export function createSelfSigned(
  key: SigningKey,
  { name, ...fields }: SelfSignedFields,
  provider: CryptoProvider,
): Promise<Uint8Array<ArrayBuffer>> {
  return createIssued(key, { ...fields, issuer: name, subject: name, spki: key.spki }, provider);
}
