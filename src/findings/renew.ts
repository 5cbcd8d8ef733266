/** The commands that make new keys and certificates. Checked with OpenSSL 3.0; keys are written encrypted, over no old one. */
import type { Target } from "./finding.js";

/** A request for a client certificate: RSA 2048 and SHA-256, for TLS client authentication and nothing else. */
export const REQUEST: string =
  "openssl req -new -newkey rsa:2048 -sha256 -keyout new-key.pem -out request.pem -subj /CN=connector " +
  "-addext keyUsage=critical,digitalSignature -addext extendedKeyUsage=clientAuth";

/** A certificate for token signing as Graph makes them: RSA 2048, SHA-256, signed with its own key, three years at most. */
export const SIGNING_CERTIFICATE: string =
  "openssl req -x509 -newkey rsa:2048 -sha256 -days 1095 -keyout new-key.pem -out new.pem -subj /CN=signing " +
  "-addext basicConstraints=critical,CA:FALSE -addext keyUsage=critical,digitalSignature";

/**
 * What to do about a certificate whose fault cannot be mended: how its successor is made.
 * @param index - 0 for the leading certificate; above it stand those of the CA
 */
export function renew(target: Target, index = 0): string {
  if (index > 0) return "Ask your CA for its current chain; if there is no other, take a certificate of another CA.";
  return target === "token-signing"
    ? `Make a new certificate: ${SIGNING_CERTIFICATE}`
    : `Request a new certificate and have your CA sign it: ${REQUEST}`;
}
