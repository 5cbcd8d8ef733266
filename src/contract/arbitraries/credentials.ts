/** Certificates in place of random octets: the members that describe one certificate are made to describe the same one. */
import type { PooledCredential } from "./credential-pool.generated.js";

type Members = Readonly<Record<string, unknown>>;

/** Whether the members are those of a key credential or of an uploaded PFX. */
export function holdsCredential(names: ReadonlySet<string>): boolean {
  return names.has("pkcs12Value") || (names.has("key") && names.has("usage"));
}

/**
 * Replaces what is there and not null; adds nothing. A `key` is the PFX where `usage` is Sign, else the certificate;
 * `pkcs12Value` is the PFX and `password` opens it.
 */
export function describeCredential(members: Members, { pfx, password, ...credential }: PooledCredential): Members {
  const isSign = members["usage"] === "Sign";
  const facts: Members = {
    key: isSign ? pfx : credential.certificate,
    type: isSign ? "X509CertAndPassword" : "AsymmetricX509Cert",
    displayName: credential.subject,
    thumbprint: credential.thumbprint,
    customKeyIdentifier: credential.customKeyIdentifier,
    pkcs12Value: pfx,
    ...("pkcs12Value" in members ? { password } : {}),
  };
  return Object.fromEntries(
    Object.entries(members).map(([name, value]) => [name, typeof value === "string" ? (facts[name] ?? value) : value]),
  );
}
